import type { Command } from 'commander'
import type { BackupReport } from '#core/backup.ts'
import { plainText } from '#src/export/plain-text.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { salvageCommand } from './backup-salvage.ts'

type Options = { readonly json?: true }

export function addBackup(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  const backup = program.command('backup').description('copies of all data, and ways back from them')
  backup
    .command('create')
    .argument(
      '[TARGET]',
      'a new file, or a folder; without it, backups/ in the data folder, where the last few are kept',
    )
    .description('write all data into one file; while serve runs, too')
    .option('--json', 'print JSON Lines')
    .action(async (target: string | undefined, options: Options) =>
      finish(await create(target ?? null, options, getContext())),
    )
  backup
    .command('verify')
    .argument('FILE', 'the backup')
    .description('unpack a backup where it is thrown away, and compare every count and hash')
    .option('--json', 'print JSON Lines')
    .action(async (file: string, options: Options) => {
      const context = getContext()
      const report = await context.backups.verify(file)
      await print(report, `${file} is whole: ${contents(report)}`, options, context)
      finish(EXIT.done)
    })
  backup
    .command('restore')
    .argument('FILE', 'the backup')
    .description('put a backup in the place of the data; stop serve first')
    .option('--force', 'where there are data already, put them aside')
    .option('--json', 'print JSON Lines')
    .action(async (file: string, options: Options & { readonly force?: true }) =>
      finish(await restore(file, options, getContext())),
    )
  backup
    .command('salvage')
    .description('copy all that can be read of damaged data into a new folder')
    .option('--to <FOLDER>', 'the new folder; without it, one beside the data folder')
    .option('--json', 'print JSON Lines')
    .action(async (options: Options & { readonly to?: string }) => finish(await salvageCommand(options, getContext())))
}

async function create(target: string | null, options: Options, context: CommandContext): Promise<ExitCode> {
  const keep = target === null ? (await context.knowledge()).policy.retention.backups : 1
  const report = await context.backups.create(target, keep)
  for (const old of report.removed) await context.stderr.write(`removed ${old}, as ${keep} backups are kept\n`)
  await print(report, `${report.file}: ${contents(report)}`, options, context)
  return EXIT.done
}

async function restore(
  file: string,
  options: Options & { readonly force?: true },
  context: CommandContext,
): Promise<ExitCode> {
  const report = await context.backups.restore(file, options.force === true)
  const { aside, kept } = report
  if (aside !== null) {
    await context.stderr.write(`the earlier data are in ${aside}; remove that folder when nothing is missing\n`)
  }
  for (const name of kept) {
    await context.stderr.write(plainText(`${name} stays as it is: the backup has none`) + '\n')
  }
  await print(report, `restored ${contents(report)}`, options, context)
  return EXIT.done
}

async function print(report: BackupReport, words: string, options: Options, context: CommandContext): Promise<void> {
  await context.stdout.write(`${options.json ? JSON.stringify(report) : plainText(words)}\n`)
}

/** `12 inventory, 40 apps; 1200 records in 3 segments; 5.1 MB of 2026-11-21T02:00:00.000Z`. */
function contents({ documents, parts, bytes, createdAt }: BackupReport): string {
  const segments = parts.filter(({ records }) => records !== undefined)
  const records = segments.reduce((sum, part) => sum + (part.records ?? 0), 0)
  const counts = Object.entries(documents).map(([collection, count]) => `${count} ${collection}`)
  return [
    counts.length === 0 ? 'no documents' : counts.join(', '),
    `${records} records in ${segments.length} segments`,
    `${(bytes / 1_000_000).toFixed(1)} MB of ${createdAt}`,
  ].join('; ')
}
