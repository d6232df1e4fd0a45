import { Option } from 'commander'
import type { Command } from 'commander'
import { matcherOf } from '#jobs/check-tool.ts'
import { readIdentifyRows } from '#jobs/identify-input.ts'
import { createIdentify } from '#jobs/identify.ts'
import { IDENTIFY_KINDS } from '#shapes/identify-line.ts'
import type { IdentifyKind } from '#shapes/identify-line.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openOwnForReading } from './reading.ts'

// Fewer, larger writes: a line a write would spend more time on the pipe than on the matching.
const BATCH_CHARACTERS = 64 * 1024

export function addIdentify(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('identify')
    .description('resolve texts from stdin, one a line or CSV with a column "text"; prints JSON Lines, one a row')
    .addOption(new Option('--kind <kind>', 'what the texts are').choices(IDENTIFY_KINDS).default('any'))
    .option('--json', 'JSON Lines, as always')
    .action(async (options: { readonly kind: IdentifyKind }) => {
      await identify(options.kind, getContext())
      finish(EXIT.done)
    })
}

async function identify(kind: IdentifyKind, context: CommandContext): Promise<void> {
  const store = await openOwnForReading(context)
  const knowledge = await context.knowledge()
  const names = new Map(((await store?.list('apps')) ?? []).map(({ id, value }) => [id, value.name]))
  const resolve = createIdentify(await matcherOf(store, knowledge), kind, names)
  let batch = ''
  for await (const row of readIdentifyRows(context.stdin)) {
    batch += `${JSON.stringify(resolve(row))}\n`
    if (batch.length < BATCH_CHARACTERS) continue
    await context.stdout.write(batch)
    batch = ''
  }
  if (batch !== '') await context.stdout.write(batch)
}
