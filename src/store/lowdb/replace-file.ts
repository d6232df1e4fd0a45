import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { Files, NewFile } from './files.ts'
import { Unsettled } from './trouble.ts'

/** The end of every file that is not complete; whoever opens the store for writing clears them away. */
export const UNFINISHED = '.tmp'

/** Writes all bytes, however few the system takes at a time. */
export async function writeAll(file: NewFile, bytes: Uint8Array): Promise<void> {
  let rest = bytes
  while (rest.length > 0) {
    const written = await file.write(rest)
    if (written === 0) throw new Error('the system took no byte of a write and gave no reason')
    rest = rest.subarray(written)
  }
}

/**
 * Puts a file in place whole and durable, or not at all: temporary file, fsync, rename, fsync of the folder. `fill`
 * writes the content and names the final path. Throws `Unsettled` when only the last of these steps failed.
 */
export async function placeFile(
  files: Files,
  folder: string,
  fill: (file: NewFile) => Promise<string>,
): Promise<string> {
  const temporary = `${folder}/${randomUUID()}${UNFINISHED}`
  const path = await fillAndRename(files, temporary, fill)
  try {
    await files.syncFolder(folder)
  } catch (cause) {
    throw new Unsettled(path, cause)
  }
  return path
}

export async function replaceFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  await placeFile(files, dirname(path), async (file) => {
    await writeAll(file, bytes)
    return path
  })
}

async function fillAndRename(
  files: Files,
  temporary: string,
  fill: (file: NewFile) => Promise<string>,
): Promise<string> {
  const file = await files.create(temporary)
  try {
    const path = await fillAndClose(file, fill)
    await files.rename(temporary, path)
    return path
  } catch (error) {
    // The first error is the one to tell; a file that cannot be removed now is cleared away at the next opening.
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
}

async function fillAndClose(file: NewFile, fill: (file: NewFile) => Promise<string>): Promise<string> {
  try {
    const path = await fill(file)
    await file.sync()
    return path
  } finally {
    await file.close()
  }
}
