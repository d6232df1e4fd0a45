import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { InputFile } from '#core/file-reader.ts'
import { closest } from '#core/nearest.ts'
import { joinEntries, NO_ENTRIES } from './entry.ts'
import { readDescriptors } from './read-descriptors.ts'
import { readList } from './read-list.ts'
import type { ReadFile } from './read-list.ts'

const DESCRIPTORS = 'descriptors.csv'
// Forms that somebody could take for a catalogue; what has another ending is notes, and left alone.
const MISTAKEN = new Set(['.csv', '.json5', '.jsonc', '.jsonl', '.ndjson', '.tsv', '.txt', '.xlsx', '.yaml', '.yml'])

/**
 * Reads the folder of a company's own catalogue, its files in the order of their names; null where there is no such
 * folder. Hidden files and backups of editors are left aside.
 */
export async function readFolder(folder: string): Promise<ReadFile | null> {
  const names = await readdir(folder).catch((cause: unknown) => cause)
  if (!Array.isArray(names)) {
    if (codeOf(names) === 'ENOENT') return null
    return problem(folder, `cannot be read as a folder (${reasonOf(names)}); let Daylight read it, or remove it`)
  }
  const listed = names.map(String).filter((name) => !name.startsWith('.'))
  const read = await Promise.all(listed.toSorted().map((name) => readOne(folder, name)))
  return {
    entries: joinEntries(read.map(({ entries }) => entries)),
    problems: read.flatMap(({ problems }) => problems),
  }
}

async function readOne(folder: string, name: string): Promise<ReadFile> {
  const path = join(folder, name)
  const kind = extname(name).toLowerCase()
  if (kind !== '.json' && name !== DESCRIPTORS) return MISTAKEN.has(kind) ? mistaken(path, name) : nothing()
  const bytes = await readFile(path).catch((cause: unknown) => cause)
  if (!(bytes instanceof Uint8Array)) return problem(path, `cannot be read (${reasonOf(bytes)})`)
  return readBytes(bytes, { name, path })
}

/** Reads the bytes of one file: a list of entries, or, where the name ends so, a table of descriptors. */
export async function readBytes(
  bytes: Uint8Array,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<ReadFile> {
  if (extname(name).toLowerCase() === '.csv') {
    const file: InputFile = { name, open: () => onlyChunk(bytes) }
    return readDescriptors(file, path)
  }
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return problem(path, 'is not UTF-8; save it as UTF-8')
  try {
    return readList(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { name, path })
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    return problem(path, 'is not UTF-8; save it as UTF-8')
  }
}

async function* onlyChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function mistaken(path: string, name: string): ReadFile {
  const meant = closest(name.toLowerCase(), [DESCRIPTORS])
  const next = meant === null ? 'put its entries into a .json file, or move it away' : `rename it to ${meant}`
  return problem(path, `only .json files and ${DESCRIPTORS} are read here; ${next}`)
}

function nothing(): ReadFile {
  return { entries: NO_ENTRIES, problems: [] }
}

function problem(where: string, what: string): ReadFile {
  return { entries: NO_ENTRIES, problems: [{ where, problem: what, with: [] }] }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : null
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
