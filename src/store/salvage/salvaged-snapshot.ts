import { isUtf8 } from 'node:buffer'
import type { Loss } from '#core/backup.ts'
import { COLLECTIONS, StoreError } from '#core/store.ts'
import type { Collection } from '#core/store.ts'
import { canonicalJson } from '../lowdb/canonical-json.ts'
import { decodeSnapshot } from '../lowdb/snapshot.ts'
import type { Entry } from '../lowdb/journal-entry.ts'
import { entriesOf } from './entries-of.ts'

export type SalvagedSnapshot = {
  readonly entries: readonly Entry[]
  /** The journal that goes on behind it; null where none does, undefined where that cannot be read any more. */
  readonly journal: number | null | undefined
  readonly losses: readonly Loss[]
}

const JOURNAL = /^\s*"journal":\s*(?:(\d+)|null),?$/
const COLLECTION = /^\s{2,6}"([a-z]+)":\s*\{(\},?)?$/
const DOCUMENT = /^\s*("(?:[^"\\]|\\.)*"):\s*(\{.*\}),?$/
// The lines between documents: brackets, format and version.
const FRAME = /^\s*(?:[{}\]],?|"(?:format|version|documents)":.*)?$/

/**
 * The documents of a snapshot that can be read, a line at a time, as Daylight writes one document a line. Throws
 * `StoreError('newer')` for one of a newer format: it may not be damaged at all.
 */
export function salvagedSnapshot(bytes: Uint8Array, path: string): SalvagedSnapshot {
  const whole = wholeSnapshot(bytes, path)
  if (whole !== null) return whole
  const entries: Entry[] = []
  const losses: Loss[] = []
  let journal: number | null | undefined
  let collection: Collection | null = null
  for (const { line, offset } of linesOf(bytes)) {
    if (line === null) {
      losses.push({ file: path, offset, what: `a line${within(collection)} that is no text any more` })
      continue
    }
    const found = JOURNAL.exec(line)
    if (found !== null && collection === null) {
      journal = found[1] === undefined ? null : Number(found[1])
      continue
    }
    const opened = COLLECTION.exec(line)?.[1]
    const known = COLLECTIONS.find((each) => each === opened)
    if (known !== undefined) {
      collection = known
      continue
    }
    if (FRAME.test(line)) continue
    const entry = collection === null ? null : entryOf(line, collection)
    if (entry !== null) entries.push(entry)
    else losses.push({ file: path, offset, what: `${idIn(line)}${within(collection)} cannot be read` })
  }
  return { entries, journal, losses }
}

function wholeSnapshot(bytes: Uint8Array, path: string): SalvagedSnapshot | null {
  try {
    const { state, journal } = decodeSnapshot(bytes, path)
    return { entries: entriesOf(state), journal, losses: [] }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return null
    throw error
  }
}

function entryOf(line: string, collection: Collection): Entry | null {
  const [, id, document] = DOCUMENT.exec(line) ?? []
  if (id === undefined || document === undefined) return null
  try {
    const name: unknown = JSON.parse(id)
    const { version, value }: { version?: unknown; value?: unknown } = JSON.parse(document)
    const isWhole = typeof name === 'string' && typeof version === 'number' && Number.isInteger(version) && version > 0
    if (!isWhole || typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return { collection, id: name, kept: { version, json: canonicalJson(value) } }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function* linesOf(bytes: Uint8Array): Generator<{ readonly line: string | null; readonly offset: number }> {
  for (let offset = 0; offset < bytes.length;) {
    const found = bytes.indexOf(0x0a, offset)
    const end = found === -1 ? bytes.length : found
    const line = bytes.subarray(offset, end)
    yield { line: isUtf8(line) ? Buffer.from(line).toString('utf8') : null, offset }
    offset = end + 1
  }
}

function idIn(line: string): string {
  const id = /^\s*"((?:[^"\\]|\\.){1,80})"/.exec(line)?.[1]
  return id === undefined ? 'a line' : `the document ${id}`
}

function within(collection: Collection | null): string {
  return collection === null ? '' : ` in ${collection}`
}
