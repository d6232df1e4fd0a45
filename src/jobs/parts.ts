import type { Part, SegmentKind, SegmentRecords, Store, StoreReader } from '#core/store.ts'

/** How sorted records are told apart, and how many rows each of them holds. */
export type PartOptions<T> = {
  readonly keyOf: (record: T) => string
  readonly rowsOf: (record: T) => number
}

// Rows of a part: few enough that one is read in some milliseconds, enough that few files are written and synced.
const FEWEST = 1_000
const MOST = 8_000
// A part that has enough ends after every eighth key: where it ends depends on few records before it, so that
// a change in one part leaves the others as they are, and unchanged parts are the same segments again.
const ENDS_AFTER = 8

/** Writes records, sorted by key in code-unit order, into as many segments as they need; none without records. */
export async function writeParts<K extends SegmentKind>(
  store: Pick<Store, 'write'>,
  kind: K,
  records: readonly SegmentRecords[K][],
  { keyOf, rowsOf }: PartOptions<SegmentRecords[K]>,
): Promise<readonly Part[]> {
  const parts: Part[] = []
  let begin = 0
  let rows = 0
  for (const [index, record] of records.entries()) {
    rows += rowsOf(record)
    const isLast = index === records.length - 1
    if (!isLast && rows < MOST && !(rows >= FEWEST && mayEndAfter(keyOf(record)))) continue
    const [first = record, ...others] = records.slice(begin, index + 1)
    const { id } = await store.write(kind, [first, ...others])
    parts.push({ first: keyOf(first), segment: id })
    begin = index + 1
    rows = 0
  }
  return parts
}

/** The record of a key, reading only the part that would hold it; null when there is none. Throws as `read` does. */
export async function findInParts<K extends SegmentKind>(
  store: Pick<StoreReader, 'read'>,
  kind: K,
  parts: readonly Part[],
  key: string,
  keyOf: (record: SegmentRecords[K]) => string,
): Promise<SegmentRecords[K] | null> {
  const part = parts.findLast(({ first }) => first <= key)
  if (part === undefined) return null
  let found: SegmentRecords[K] | null = null
  // To the end, as only that proves what was read.
  for await (const record of store.read(kind, part.segment)) if (keyOf(record) === key) found = record
  return found
}

// FNV-1a, mixed once more: ids that count up must not make a pattern.
function mayEndAfter(key: string): boolean {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % ENDS_AFTER === 0
}
