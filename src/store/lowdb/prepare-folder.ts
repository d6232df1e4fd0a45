import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskFiles } from './files.ts'
import type { Files } from './files.ts'
import { UNFINISHED } from './replace-file.ts'
import { segmentsFolder } from './segment-name.ts'
import { systemCode } from './trouble.ts'

/** Makes a folder that only its owner can enter, with those above it, and makes it survive power loss. */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  // Not `recursive`: that reports a read-only disk as ENOENT.
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    // Another start may have made it in the meantime; it then syncs it too.
    if (systemCode(error) !== 'EEXIST') throw error
  }
  await diskFiles.syncFolder(dirname(folder))
}

async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
  throw new Error(`${path} is not a folder; name another data folder, or move that file away`)
}

/** Clears away what a killed writer left half written. Only for the holder of the lock. */
export async function clearUnfinished(folder: string, files: Files): Promise<void> {
  for (const each of [folder, segmentsFolder(folder)]) {
    const left = (await readdir(each)).filter((name) => name.endsWith(UNFINISHED))
    for (const name of left) await files.remove(join(each, name))
  }
}
