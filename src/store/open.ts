import { resolve } from 'node:path'
import { StoreError } from '#core/store.ts'
import type { Store, StoreReader } from '#core/store.ts'
import { readHolder } from './lowdb/holder.ts'
import { openLowdbReader } from './lowdb/reader.ts'
import { connectStore } from './lowdb/shared-store.ts'
import { openLowdbWriter } from './lowdb/writer.ts'

/** Told what the owner of the store should know, though nothing is lost. */
type Tell = (sentence: string) => void

/**
 * Opens the store of a data folder for writing, and makes it where there is none: `await using store = await
 * openWriter(folder)`. While a server holds the folder, its writes go through that server. Throws `StoreError`:
 * `locked`, `damaged`, `newer`, `full`, `read-only`.
 */
export async function openWriter(dataFolder: string, tell?: Tell): Promise<Store> {
  try {
    return await openLowdbWriter(dataFolder, { ...(tell && { tell }) })
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'locked')) throw error
    const store = await openThroughHolder(dataFolder)
    if (store === null) throw error
    return store
  }
}

/** As `openWriter`, for a process that stays: other processes of this machine may write through it meanwhile. */
export function openSharedWriter(dataFolder: string, tell?: Tell): Promise<Store> {
  return openLowdbWriter(dataFolder, { share: true, ...(tell && { tell }) })
}

/** The store of a folder whose holder takes the writes of others; null when it takes none. */
export async function openThroughHolder(dataFolder: string): Promise<Store | null> {
  const folder = resolve(dataFolder)
  const socket = (await readHolder(folder))?.socket
  const reader = socket === undefined ? null : await openLowdbReader(folder)
  return socket === undefined || reader === null ? null : connectStore(folder, socket, reader)
}

/**
 * Opens the store of a data folder for reading: takes no lock, makes nothing, and gives null where there is no store.
 * It may be kept open; it sees later commits of the writer. Throws `StoreError`: `damaged`, `newer`.
 */
export function openReader(dataFolder: string): Promise<StoreReader | null> {
  return openLowdbReader(dataFolder)
}
