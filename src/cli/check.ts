import type { Command } from 'commander'
import type { Answer } from '#core/check/check.ts'
import { checkTool } from '#jobs/check-tool.ts'
import { toCheckAnswer } from '#shapes/check-answer.ts'
import type { CheckAnswer } from '#shapes/check-answer.ts'
import { plainText } from '#src/export/plain-text.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openForReading } from './reading.ts'

const WORDS: Readonly<Record<Answer, string>> = {
  'use-it': 'Yes, use it',
  'no-free-seat': 'Yes, but no seat is free',
  'in-use-not-approved': 'Used here, but nobody approved it',
  blocked: 'Blocked',
  'not-known': 'Not known here',
}

export function addCheck(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('do we have it? A name, a URL, a pasted charge, or a need')
    .argument('<tool...>')
    .option('--json', 'print JSON')
    .action(async (words: string[], options: { readonly json?: true }) =>
      finish(await checkCommand(words.join(' '), options, getContext())),
    )
}

async function checkCommand(
  query: string,
  options: { readonly json?: true },
  context: CommandContext,
): Promise<ExitCode> {
  if (query.trim() === '')
    throw new CommandError(EXIT.usage, 'check: say what to check: a name, a URL, a charge, or a need')
  const store = await openForReading(context)
  const answer = toCheckAnswer(await checkTool(query.trim(), store, await context.knowledge()))
  await context.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : describe(answer))
  return EXIT.done
}

function describe(answer: CheckAnswer): string {
  const { seats } = answer
  const lines = [
    `${answer.name ?? answer.query}: ${WORDS[answer.answer]}`,
    ...answer.reasons.map((reason) => `  ${reason}`),
    ...answer.conditions.map((condition) => `  on condition: ${condition}`),
    ...(answer.owner === null ? [] : [`  owner: ${answer.owner}`]),
    ...(seats.bought === null ? [] : [`  seats: ${seats.used} of ${seats.bought} used`]),
    ...(answer.howToGetIn === null ? [] : [`  how to get in: ${answer.howToGetIn}`]),
    ...(answer.alternatives.length === 0 ? [] : ['What the company has for the same job:']),
    ...answer.alternatives.map(
      ({ name, capability, standing, users }) => `  ${name} (${capability}; ${standing}, ${users} users)`,
    ),
  ]
  return `${lines.map(plainText).join('\n')}\n`
}
