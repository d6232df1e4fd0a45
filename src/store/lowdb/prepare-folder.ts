import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskFiles } from './files.ts'
import type { Files } from './files.ts'
import { UNFINISHED } from './replace-file.ts'
import { segmentsFolder } from './segment-name.ts'

/** Makes a data folder that only its owner can enter, and makes it survive power loss. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    await diskFiles.syncFolder(dirname(made))
    if (made === first || made === dirname(made)) return
  }
}

/** Clears away what a killed writer left half written. Only for the holder of the lock. */
export async function clearUnfinished(folder: string, files: Files): Promise<void> {
  for (const each of [folder, segmentsFolder(folder)]) {
    const left = (await readdir(each)).filter((name) => name.endsWith(UNFINISHED))
    for (const name of left) await files.remove(join(each, name))
  }
}
