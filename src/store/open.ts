import type { Store, StoreReader } from '#core/store.ts'
import { openLowdbReader } from './lowdb/reader.ts'
import { openLowdbWriter } from './lowdb/writer.ts'

/**
 * Opens the store of a data folder for writing, and makes it where there is none: `await using store = await
 * openWriter(folder)`. Throws `StoreError`: `locked`, `damaged`, `newer`, `full`, `read-only`.
 */
export function openWriter(dataFolder: string): Promise<Store> {
  return openLowdbWriter(dataFolder)
}

/**
 * Opens the store of a data folder for reading: takes no lock, makes nothing, and gives null where there is no store.
 * It may be kept open; it sees later commits of the writer. Throws `StoreError`: `damaged`, `newer`.
 */
export function openReader(dataFolder: string): Promise<StoreReader | null> {
  return openLowdbReader(dataFolder)
}
