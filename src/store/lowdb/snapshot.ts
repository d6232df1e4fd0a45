import { z } from 'zod'
import { COLLECTIONS, StoreError } from '#core/store.ts'
import type { Collection } from '#core/store.ts'
import { canonicalJson } from './canonical-json.ts'
import { migrated, VERSION } from './migrations.ts'
import { stateOf } from './state.ts'
import type { Held, Row, State } from './state.ts'
import { damaged, WAYS_BACK } from './trouble.ts'

const FORMAT = 'daylight'

/** All documents, and the journal that goes on from there; null where none was kept yet. */
export type Snapshot = { readonly state: State; readonly journal: number | null }

const headerSchema = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1) })

// Ids are people's words, `__proto__` among them: they become keys of a Map, never of an object.
function asMap(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? new Map(Object.entries(value)) : value
}
const documentSchema = z.strictObject({
  version: z.int().min(1),
  value: z.custom<object>((value) => asMap(value) instanceof Map, 'expected an object'),
})
const collectionSchema = z.preprocess(asMap, z.map(z.string(), documentSchema))
const snapshotSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  journal: z.int().min(1).nullable(),
  documents: z.preprocess(asMap, z.map(z.string(), collectionSchema)),
})

const CLOSING = Buffer.from('\n  }\n}\n')
const [INDENT, COMMA, END] = [Buffer.from('\n      '), Buffer.from(','), Buffer.from('\n    ')]

/** The snapshot's bytes: JSON, a document a line, sorted, so that the same content gives the same bytes. */
export function encodeSnapshot({ state, journal }: Snapshot): Uint8Array {
  const parts: Uint8Array[] = [
    Buffer.from(`{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "journal": ${journal},\n  "documents": {`),
  ]
  for (const [index, collection] of COLLECTIONS.toSorted().entries()) {
    parts.push(Buffer.from(`${index === 0 ? '' : ','}\n    "${collection}": {`))
    const documents: ReadonlyMap<string, Held<Collection>> = state[collection]
    let separator: readonly Uint8Array[] = [INDENT]
    for (const { line } of documents.values()) {
      parts.push(...separator, line)
      separator = [COMMA, INDENT]
    }
    parts.push(...(documents.size === 0 ? [] : [END]), Buffer.from('}'))
  }
  parts.push(CLOSING)
  return Buffer.concat(parts)
}

/**
 * Reads a snapshot's bytes; `path` is for messages. Throws `StoreError('newer')` for a format that this program does
 * not know and `StoreError('damaged')` for bytes that are no snapshot.
 */
export function decodeSnapshot(bytes: Uint8Array, path: string): Snapshot & { readonly version: number } {
  const json = parse(bytes, path)
  const header = headerSchema.safeParse(json)
  if (!header.success) throw damaged(path, 'is no Daylight snapshot', WAYS_BACK, header.error)
  const { version } = header.data
  if (version > VERSION) throw newer(path, `has format version ${version}`)
  const snapshot = snapshotSchema.safeParse(migrated(header.data))
  if (!snapshot.success) {
    const [issue] = snapshot.error.issues
    const where = issue ? ` at ${issue.path.map(String).join(' / ')} (${issue.message})` : ''
    throw damaged(path, `is not as Daylight writes it${where}`, WAYS_BACK, snapshot.error)
  }
  const rows = new Map<Collection, readonly Row[]>()
  for (const [name, documents] of snapshot.data.documents) {
    const collection = COLLECTIONS.find((known) => known === name)
    if (!collection) throw newer(path, `holds ${name}`)
    rows.set(
      collection,
      Array.from(documents, ([id, document]) => [id, document.version, canonicalJson(document.value)] as const),
    )
  }
  return { state: stateOf(rows), journal: snapshot.data.journal, version }
}

function parse(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw damaged(path, `is not readable as JSON (${reason})`, WAYS_BACK, cause)
  }
}

function newer(path: string, what: string): StoreError {
  return new StoreError(
    'newer',
    `${path} ${what}, which this Daylight does not know (it knows version ${VERSION}); it was written by a newer one: install that again, or put back a backup`,
  )
}
