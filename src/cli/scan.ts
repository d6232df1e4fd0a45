import type { Command } from 'commander'
import type { Connector } from '#core/connector.ts'
import { SOURCES } from '#core/observation.ts'
import type { ScanRecord, Store } from '#core/store.ts'
import { runScan } from '#jobs/scan.ts'
import { toScanSummary } from '#shapes/scan-summary.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { createProgressLine } from './progress.ts'
import { diffOf, takeStock } from './scan-diff.ts'
import { printSummary } from './scan-report.ts'

type ScanOptions = {
  readonly source: readonly string[]
  readonly dryRun?: true
  readonly diff?: true
  readonly json?: true
}

export function addScan(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('scan')
    .description('read every configured source, resolve, detect, and print a summary')
    .option('--source <name>', 'read only this source (may be repeated)', collect, [])
    .option('--dry-run', 'store nothing')
    .option('--diff', 'say what changed since the last scan')
    .option('--json', 'print JSON')
    .action(async (options: ScanOptions) => finish(await scan(options, getContext())))
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value]
}

async function scan(options: ScanOptions, context: CommandContext): Promise<ExitCode> {
  // Before anything is opened: with an error in the company's own files nothing is to be changed.
  await context.knowledge()
  const connectors = chooseConnectors(options.source, await context.connectors())
  await using store = await (options.dryRun ? context.openScratch() : context.openWriter())
  const before = options.diff ? await takeStock(store) : null
  const record = await scanWithProgress(connectors, store, context)
  const diff = before === null ? null : diffOf(before, await takeStock(store))
  const summary = { ...toScanSummary(record), ...(diff === null ? {} : { diff }) }
  await context.stdout.write(
    options.json ? `${JSON.stringify(summary)}\n` : printSummary(record, diff, options.dryRun === true),
  )
  return exitCodeOf(record)
}

async function scanWithProgress(
  connectors: readonly Connector[],
  store: Store,
  context: CommandContext,
): Promise<ScanRecord> {
  const { clock, createId, signal } = context
  const line = createProgressLine(context.stderr)
  try {
    const knowledge = await context.knowledge()
    return await runScan(connectors, {
      store,
      knowledge,
      clock,
      createId,
      signal,
      progress: (source, step) => line.update(source, step),
      tell: (sentence) => void context.stderr.write(`${sentence}\n`),
    })
  } finally {
    line.end()
  }
}

function chooseConnectors(wanted: readonly string[], connectors: readonly Connector[]): readonly Connector[] {
  const configured = connectors.map(({ source }) => source)
  const how =
    'Set GOOGLE_SERVICE_ACCOUNT_FILE and GOOGLE_ADMIN_SUBJECT, or MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET'
  if (configured.length === 0) {
    throw new CommandError(
      EXIT.usage,
      `scan: no source is configured. ${how} (connectors/*/README.md), or start from files with daylight import`,
    )
  }
  for (const name of wanted) {
    if (configured.some((source) => source === name)) continue
    const known = SOURCES.some((source) => source === name)
    const state = known ? 'is not configured' : 'is not a source of Daylight'
    throw new CommandError(EXIT.usage, `scan: --source ${name} ${state}; configured here: ${configured.join(', ')}`)
  }
  return wanted.length === 0 ? connectors : connectors.filter(({ source }) => wanted.includes(source))
}

/** Partial is not complete; and a refusal is another thing than a provider that is down. */
function exitCodeOf(record: ScanRecord): ExitCode {
  if (record.status === 'complete') return EXIT.done
  if (record.status === 'partial') return EXIT.partial
  const refused = record.sources.some((run) => run.gaps.some((gap) => gap.code === 'denied'))
  return refused ? EXIT.refused : EXIT.failed
}
