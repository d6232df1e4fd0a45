import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { InputFile } from '#core/file-reader.ts'

/** A file on disk that can be read more than once. `name` is what people know it by. */
export function openFile(path: string, name = basename(path)): InputFile {
  return { name, open: () => createReadStream(path) }
}

/** Why a path cannot be read as a file, in a sentence; null when it can. */
export async function fileProblem(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? null : `${path} is no file`
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return `${path}: there is no such file`
    return `${path} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`
  }
}
