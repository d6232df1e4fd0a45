import { outdatedWords } from '#core/retention.ts'
import { storageWarnings, storageWords } from '#core/storage.ts'
import { previewRetention } from '#jobs/retention.ts'
import { plainText } from '#src/export/plain-text.ts'
import type { CommandContext } from './context.ts'

type Line = { readonly name: string; readonly state: 'have' | 'warning'; readonly detail: string }

/** Says how much is stored, what of it is too much for comfort, and what the next scan would remove; nothing where there are no data. */
export async function sayStorage(options: { readonly json?: true }, context: CommandContext): Promise<void> {
  const storage = await context.storage()
  const opened = await context.openReader()
  if (storage === null || opened === null || opened.sample) return
  const { retention } = (await context.knowledge()).policy
  const outdated = outdatedWords(await previewRetention(opened.store, retention, context.clock().toISOString()))
  const lines: Line[] = [
    { name: 'size', state: 'have', detail: storageWords(storage) },
    ...storageWarnings(storage).map((detail): Line => ({ name: 'size', state: 'warning', detail })),
    ...(storage.unwritable === null
      ? []
      : [{ name: 'writing', state: 'warning', detail: storage.unwritable } as const]),
    {
      name: 'retention',
      state: 'have',
      detail:
        outdated === null
          ? 'nothing is older than policy.json keeps it'
          : `the next scan or import removes ${outdated}`,
    },
  ]
  for (const line of lines) {
    const mark = line.state === 'have' ? '✓' : '▲'
    const words = `${mark} storage: ${line.name} (${line.state}): ${line.detail}`
    await context.stdout.write(`${options.json ? JSON.stringify({ source: 'storage', ...line }) : plainText(words)}\n`)
  }
}
