import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import type { FileReader, FileSettings, InputFile } from '#core/file-reader.ts'
import { checkFiles, unreadable } from '#jobs/check-files.ts'
import { detectCompany } from '#jobs/detect.ts'
import { importChecked } from '#jobs/import-files.ts'
import { createPreview } from '#jobs/preview-files.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { describeOutcome, outcomeLine } from './import-report.ts'
import { describePreview } from './preview-report.ts'
import { createProgressLine } from './progress.ts'
import { retain } from './retain.ts'

type As = 'statement' | 'expense' | 'app-list' | 'access-log'
type ImportOptions = {
  readonly as?: As
  readonly preview?: true
  readonly mapping?: string
  readonly account?: string
  readonly json?: true
}

export function addImport(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('read statements and app lists; sniffed by default')
    .argument('<file...>', 'CSV files')
    .addOption(
      new Option('--as <kind>', 'what the files are').choices(['statement', 'expense', 'app-list', 'access-log']),
    )
    .option('--preview', 'show what would be read, store nothing; JSON unless on a terminal')
    .option('--mapping <file>', 'the printed format, edited')
    .option('--account <name>', 'the account that the statement is of', nonEmpty)
    .option('--json', 'print JSON Lines')
    .action(async (paths: string[], options: ImportOptions) =>
      finish(await importCommand(paths, options, getContext())),
    )
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('must not be empty')
  return value.trim()
}

async function importCommand(
  paths: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.as === 'access-log') {
    throw new CommandError(
      EXIT.usage,
      'import: this version cannot read access logs; it reads statements, expense exports and app lists',
    )
  }
  const files = await Promise.all(paths.map(context.openFile))
  const settings: FileSettings = {
    account: options.account ?? null,
    currency: context.config.currency,
    mapping: options.mapping === undefined ? null : await readMapping(options.mapping, context),
  }
  const as = options.as === 'expense' ? 'statement' : (options.as ?? null)
  if (options.preview) return preview(files, as, settings, options.json === true || !context.stdout.isTTY, context)
  return store(files, as, settings, options.json === true, context)
}

async function preview(
  files: readonly InputFile[],
  as: FileReader['source'] | null,
  settings: FileSettings,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const opened = await context.openReader()
  const show = createPreview(opened === null || opened.sample ? null : opened.store, await context.readers())
  let code: ExitCode = EXIT.done
  for (const file of files) {
    const { readable, chunks } = await show(file, as, settings)
    if (json) {
      for await (const chunk of chunks) await context.stdout.write(chunk)
      await context.stdout.write('\n')
    } else await context.stdout.write(describePreview(file.name, (await Array.fromAsync(chunks)).join('')))
    if (!readable) code = EXIT.usage
  }
  return code
}

async function store(
  files: readonly InputFile[],
  as: FileReader['source'] | null,
  settings: FileSettings,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  // Before the store is opened: what cannot be imported leaves nothing behind, not even an empty data folder.
  const checked = await checkFiles(files, as, settings, await context.readers())
  const unread = unreadable(checked)
  if (unread.length > 0) {
    for (const outcome of unread) {
      if (json) await context.stdout.write(outcomeLine(outcome))
      await context.stderr.write(describeOutcome(outcome))
    }
    const why = files.length > 1 ? ', because not every file can be read as it is' : ''
    await context.stderr.write(`import: nothing was stored${why}\n`)
    return EXIT.usage
  }
  const knowledge = await context.knowledge()
  const line = createProgressLine(context.stderr)
  const progress = (file: string, rows: number): void =>
    line.update(file, { step: 'rows', done: rows, total: null, waitingSeconds: null })
  await using writer = await context.openWriter()
  const outcomes = await importChecked(checked, settings, {
    store: writer,
    clock: context.clock,
    progress,
    async detect() {
      await retain(writer, context)
      return detectCompany({ store: writer, knowledge, clock: context.clock })
    },
  }).finally(() => line.end())
  for (const outcome of outcomes) await context.stdout.write(json ? outcomeLine(outcome) : describeOutcome(outcome))
  const rejected = outcomes.some((outcome) => outcome.status === 'imported' && outcome.record.rejected.length > 0)
  return rejected ? EXIT.partial : EXIT.done
}

async function readMapping(path: string, context: CommandContext): Promise<unknown> {
  const file = await context.openFile(path)
  const text = Buffer.concat(await Array.fromAsync(file.open())).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError(
      EXIT.usage,
      `import: --mapping ${path} is not JSON (${problem}); it is the "format" that --preview prints`,
      { cause },
    )
  }
}
