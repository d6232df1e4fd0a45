import { plainText } from '#src/export/plain-text.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'

/** Exit code 3 where something could not be read: each loss is told, with its file and offset. */
export async function salvageCommand(
  options: { readonly json?: true; readonly to?: string },
  context: CommandContext,
): Promise<ExitCode> {
  const salvaged = await context.backups.salvage(options.to ?? null)
  const { folder, documents, records, losses, notes } = salvaged
  for (const { file, offset, what } of losses) {
    await context.stderr.write(
      plainText(`lost: ${file}${offset === null ? '' : `, at byte ${offset}`}: ${what}`) + '\n',
    )
  }
  for (const note of notes) await context.stderr.write(plainText(`note: ${note}`) + '\n')
  const saved = [...Object.entries(documents), ...Object.entries(records)].map(([kind, count]) => `${count} ${kind}`)
  const words = `${folder}: saved ${saved.length === 0 ? 'nothing' : saved.join(', ')}; ${losses.length} losses. Look at it with DAYLIGHT_DATA=${folder}, then put it in the place of the data folder`
  await context.stdout.write(`${options.json ? JSON.stringify(salvaged) : plainText(words)}\n`)
  return losses.length === 0 ? EXIT.done : EXIT.partial
}
