import { z } from 'zod'
import { COLLECTIONS } from '#core/store.ts'
import { canonicalJson } from './canonical-json.ts'

/** What one change left of a document: its version and canonical JSON, or null when it was deleted. */
export type Entry = {
  readonly collection: (typeof COLLECTIONS)[number]
  readonly id: string
  readonly kept: { readonly version: number; readonly json: string } | null
}

/** The first record of a journal: which one it is, and the number of the commit before its first. */
export type JournalHeader = { readonly generation: number; readonly after: number }

/** A commit as journalled. Commits are numbered one by one, over all journals of a store. */
export type JournalCommit = { readonly number: number; readonly entries: readonly Entry[] }

const FORMAT = 'daylight-journal'
/** The format of journals that this program writes, and the newest that it reads. */
export const JOURNAL_VERSION = 1

const count = z.int().min(0)
// Not a record of zod's: that would lose a key that is called `__proto__`.
const value = z.custom<object>((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(JOURNAL_VERSION),
  generation: z.int().min(1),
  after: count,
})
const versionSchema = z.object({ format: z.literal(FORMAT), version: z.int().min(1) })
const commitSchema = z.strictObject({
  number: z.int().min(1),
  changes: z.array(
    z.union([
      z.tuple([z.enum(COLLECTIONS), z.string()]),
      z.tuple([z.enum(COLLECTIONS), z.string(), z.int().min(1), value]),
    ]),
  ),
})

export function encodeHeader({ generation, after }: JournalHeader): string {
  return JSON.stringify({ format: FORMAT, version: JOURNAL_VERSION, generation, after })
}

/** Null when this is no header of a journal; a `version` that this program does not know is returned alone. */
export function decodeHeader(json: string): JournalHeader | { readonly version: number } | null {
  const parsed = parse(json)
  const header = headerSchema.safeParse(parsed)
  if (header.success) return header.data
  const version = versionSchema.safeParse(parsed)
  return version.success ? version.data : null
}

export function encodeCommit({ number, entries }: JournalCommit): string {
  const changes = entries.map(({ collection, id, kept }) => {
    const document = `${JSON.stringify(collection)},${JSON.stringify(id)}`
    return kept === null ? `[${document}]` : `[${document},${kept.version},${kept.json}]`
  })
  return `{"number":${number},"changes":[${changes.join(',')}]}`
}

/** Null when this is no commit as this program writes it. */
export function decodeCommit(json: string): JournalCommit | null {
  const parsed = commitSchema.safeParse(parse(json))
  if (!parsed.success) return null
  const entries = parsed.data.changes.map(([collection, id, version, document]): Entry => {
    const kept = version === undefined ? null : { version, json: canonicalJson(document) }
    return { collection, id, kept }
  })
  return { number: parsed.data.number, entries }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
