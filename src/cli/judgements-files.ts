import { Option } from 'commander'
import type { Command } from 'commander'
import type { Draft } from '#core/judge/draft.ts'
import type { DraftProblem } from '#core/judge/sign-drafts.ts'
import { detectCompany } from '#jobs/detect.ts'
import { judge, planJudgements } from '#jobs/judge.ts'
import type { Judged, JudgeSettings } from '#jobs/judge.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { readJudgements } from '#jobs/read-judgements.ts'
import { plainText } from '#src/export/plain-text.ts'
import { inFileOrder } from '#src/judgement-file/entry.ts'
import type { FileProblem } from '#src/judgement-file/entry.ts'
import { readJudgementFile } from '#src/judgement-file/read.ts'
import type { JudgementFile } from '#src/judgement-file/read.ts'
import { judgementText } from '#src/judgement-file/write.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openForReading, openOwnForReading } from './reading.ts'
import { writeOutput } from './write-output.ts'

type ImportOptions = { readonly by: string; readonly dryRun?: true; readonly json?: true }

const FORMATS = ['json', 'csv'] as const
type ExportOptions = { readonly format?: (typeof FORMATS)[number]; readonly output?: string; readonly json?: true }

/** The commands that carry judgements into files and out of them. */
export function addJudgementFiles(
  judgements: Command,
  getContext: ContextFactory,
  finish: (code: ExitCode) => void,
): void {
  judgements
    .command('import')
    .description(
      'take decisions over from JSON Lines, JSON or CSV; all of the file or, where something is wrong, nothing',
    )
    .argument('<file>')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--by <name>', 'who decided, where the file does not say', 'IT')
    .option('--json', 'print JSON')
    .action(async (path: string, options: ImportOptions) => finish(await importFile(path, options, getContext())))
  judgements
    .command('export')
    .description('print all decisions as the file that import reads')
    .addOption(new Option('--format <format>', 'how to print (default: json)').choices(FORMATS))
    .option('--output <file>', 'write to a file')
    .option('--json', 'the same as --format json')
    .action(async (options: ExportOptions) => {
      const context = getContext()
      const store = await openForReading(context)
      const all = store === null ? [] : await readJudgements(store)
      const { output } = options
      const named = output?.toLowerCase().endsWith('.csv') === true ? 'csv' : 'json'
      const text = judgementText(all, options.json ? 'json' : (options.format ?? named))
      if (output === undefined) await context.stdout.write(text)
      else {
        await writeOutput(output, text, context)
        await context.stderr.write(`${all.length} written to ${output}\n`)
      }
      finish(EXIT.done)
    })
}

async function importFile(path: string, options: ImportOptions, context: CommandContext): Promise<ExitCode> {
  const read = await readJudgementFile(await context.openFile(path))
  if (read.refused !== null) {
    throw new CommandError(EXIT.usage, `judgements: ${path} is no file of judgements: ${read.refused}`)
  }
  const { clock } = context
  const knowledge = await context.knowledge()
  const settings = { by: options.by, renew: false }
  const drafts = read.drafts.map(({ draft }) => draft)
  // Planned without the writer, so that a wrong file does not even make a data folder.
  const planned = await planJudgements(drafts, settings, { store: await openOwnForReading(context), knowledge, clock })
  const wrong = planned.outcome === 'refused' ? placed(planned.problems, read) : []
  const problems = inFileOrder([...read.problems, ...wrong])
  if (problems.length > 0) return refuse(path, problems, options, context)
  const judged = options.dryRun ? planned : await keep(drafts, settings, knowledge, context)
  if (judged.outcome === 'refused') return refuse(path, placed(judged.problems, read), options, context)
  const { added, changed, unchanged } = judged
  if (options.json) {
    await context.stdout.write(`${JSON.stringify({ file: path, added, changed, unchanged, problems: [] })}\n`)
  } else {
    const would = options.dryRun ? 'nothing was changed; it would be: ' : ''
    await context.stdout.write(`${would}${added} added, ${changed} changed, ${unchanged} unchanged\n`)
  }
  return EXIT.done
}

async function keep(
  drafts: readonly Draft[],
  settings: JudgeSettings,
  knowledge: Knowledge,
  context: CommandContext,
): Promise<Judged> {
  await using store = await context.openWriter()
  const { clock } = context
  const detect = (): Promise<unknown> => detectCompany({ store, knowledge, clock })
  return await judge(drafts, settings, { store, knowledge, clock, detect })
}

function placed(problems: readonly DraftProblem[], { drafts }: JudgementFile): readonly FileProblem[] {
  const placeOf = (index: number): string => drafts[index]?.place ?? ''
  return problems.map(({ index, reason, other }) => ({
    place: placeOf(index),
    reason: other === undefined ? reason : `${reason} (${placeOf(other)})`,
  }))
}

async function refuse(
  path: string,
  problems: readonly FileProblem[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.json) {
    const counts = { added: 0, changed: 0, unchanged: 0 }
    await context.stdout.write(`${JSON.stringify({ file: path, ...counts, problems })}\n`)
  }
  const lines = problems.map(({ place, reason }) => plainText(`${path} ${place}: ${reason}`))
  throw new CommandError(EXIT.usage, ['judgements: nothing was stored; correct this first', ...lines].join('\n  '))
}
