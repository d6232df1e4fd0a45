import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFiles } from '../lowdb/files.ts'
import { systemCode } from '../lowdb/trouble.ts'

/** Where a backup is unpacked in the data folder. */
export function unpackingFolder(folder: string): string {
  return join(folder, 'unpacking')
}

/** Where a whole unpacked backup waits to take the place of what is there. */
export function restoringFolder(folder: string): string {
  return join(folder, 'restoring')
}

/**
 * Brings a restore that was cut off to its end. While its `daylight.json` is not in place it never happened; once it is,
 * what people had put beside the data follows. Only for the holder of the lock.
 */
export async function settleRestore(folder: string): Promise<void> {
  await rm(unpackingFolder(folder), { recursive: true, force: true })
  const from = restoringFolder(folder)
  const names = await unlessMissing(readdir(from))
  if (names === null) return
  if (!names.includes('daylight.json')) {
    for (const name of names.toSorted()) {
      if (name === 'segments') continue
      await rm(join(folder, name), { recursive: true, force: true })
      await rename(join(from, name), join(folder, name))
    }
    await diskFiles.syncFolder(folder)
  }
  await rm(from, { recursive: true, force: true })
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
