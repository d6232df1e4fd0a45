import type { StoreReader } from '#core/store.ts'
import type { CommandContext } from './context.ts'

/**
 * The store to read from, or null where nothing was ever stored; says so when what is read is the sample's. Throws where
 * the company's policy or catalogue has an error: what is stored was then worked out by others than those it has.
 */
export async function openForReading(context: CommandContext): Promise<StoreReader | null> {
  await context.knowledge()
  const opened = await context.openReader()
  if (opened === null) {
    await context.stderr.write('Nothing has been read yet: run daylight scan, or daylight import FILE\n')
    return null
  }
  if (opened.sample) await context.stderr.write('This is sample data of a made-up company.\n')
  return opened.store
}

/** The company's own store to read from; null where it has none yet, whatever the sample holds. */
export async function openOwnForReading(context: CommandContext): Promise<StoreReader | null> {
  const opened = await context.openReader()
  return opened === null || opened.sample ? null : opened.store
}
