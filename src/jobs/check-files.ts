import { createHash } from 'node:crypto'
import type { FileReader, FileSettings, InputFile, Question } from '#core/file-reader.ts'

/** A file that can be imported as it is. */
export type ReadableFile = {
  readonly status: 'readable'
  readonly file: InputFile
  /** Follows from the bytes and the reader: the same file again has the same. */
  readonly id: string
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly reader: FileReader
  readonly format: unknown
  readonly label: string | null
}

/** A file that cannot be imported as it is, and why. */
export type UnreadableFile =
  | { readonly status: 'refused'; readonly file: string; readonly reason: string }
  | { readonly status: 'questions'; readonly file: string; readonly questions: readonly Question[] }

export type CheckedFile = ReadableFile | UnreadableFile

/**
 * Finds out of each file, in order, whether and how it can be read. Needs no store, so that files which cannot be
 * imported leave nothing behind, not even an empty data folder.
 */
export async function checkFiles(
  files: readonly InputFile[],
  as: FileReader['source'] | null,
  settings: FileSettings,
  readers: readonly FileReader[],
): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = []
  for (const file of files) checked.push(await checkFile(file, as, settings, readers))
  return checked
}

/** The files that stand in the way of an import; empty when all can be read. */
export function unreadable(checked: readonly CheckedFile[]): readonly UnreadableFile[] {
  return checked.filter((one) => one.status !== 'readable')
}

async function checkFile(
  file: InputFile,
  as: FileReader['source'] | null,
  settings: FileSettings,
  readers: readonly FileReader[],
): Promise<CheckedFile> {
  const { reader, refused, questions, format, label } = await sniffFile(file, as, settings, readers)
  if (refused !== null) return { status: 'refused', file: file.name, reason: refused }
  if (questions.length > 0) return { status: 'questions', file: file.name, questions }
  const hash = await hashOf(file)
  return { status: 'readable', file, id: `${reader.source}-${hash.slice(0, 16)}`, hash, reader, format, label }
}

type SniffedFile = {
  readonly reader: FileReader
  readonly refused: string | null
  readonly questions: readonly Question[]
  readonly format: unknown
  readonly label: string | null
}

/** The reader whose kind of file this is, by what is in it; `as` decides where a person said so. */
export async function sniffFile(
  file: InputFile,
  as: FileReader['source'] | null,
  settings: FileSettings,
  readers: readonly FileReader[],
): Promise<SniffedFile> {
  const asked = readers.filter((reader) => as === null || reader.source === as)
  const all = await Promise.all(asked.map(async (reader) => ({ reader, ...(await reader.sniff(file, settings)) })))
  const [best] = all.toSorted((a, b) => b.likelihood - a.likelihood)
  if (best === undefined) throw new Error('there is no reader for this kind of file')
  return { ...best, label: best.label ?? null }
}

async function hashOf(file: InputFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.open()) hash.update(chunk)
  return hash.digest('hex')
}
