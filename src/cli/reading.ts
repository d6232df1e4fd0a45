import type { StoreReader } from '#core/store.ts'
import type { CommandContext } from './context.ts'

/** The store to read from, or null where nothing was ever stored; says so when what is read is the sample's. */
export async function openForReading(context: CommandContext): Promise<StoreReader | null> {
  const opened = await context.openReader()
  if (opened === null) {
    await context.stderr.write('Nothing has been read yet: run daylight scan, or daylight import FILE\n')
    return null
  }
  if (opened.sample) await context.stderr.write('This is sample data of a made-up company.\n')
  return opened.store
}
