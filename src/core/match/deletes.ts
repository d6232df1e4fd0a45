import { powerOfTwo } from '../descriptor/text-table.ts'

// Hashes are sums of letters times powers of a prime (32 bit): that of a text without its next letter comes from the last one in one
// step. Collisions only cost a comparison.
const PRIME = 0x01000193
const NOTHING = 0
const NONE: readonly string[] = []
// Shorter names have too many neighbours at one edit to say anything.
const SHORTEST_TYPO = 5
const LONGEST_TYPO = 40
const POWERS = new Int32Array(LONGEST_TYPO + 1)
POWERS[0] = 1
for (let at = 1; at <= LONGEST_TYPO; at += 1) POWERS[at] = Math.imul(POWERS[at - 1] ?? 0, PRIME)
const WHOLE = -1
// Bits of the filter for each hash: it stays in the cache, and spares most looks into the table.
const FILTER_BITS = 6

/** Finds texts that are at most one edit (or one swap of neighbours) away, by hashing every text with one letter deleted. */
export class DeleteIndex {
  readonly #texts: readonly string[]
  /** The place of a text, plus one, in the low bits; bits of the hash above it. Zero where a slot is free. */
  readonly #slots: Int32Array
  readonly #mask: number
  readonly #place: number
  readonly #filter: Uint8Array
  readonly #filterMask: number

  /** `texts` must be distinct; those shorter than 5 or longer than 40 characters are not indexed. */
  constructor(texts: readonly string[]) {
    this.#texts = texts
    this.#place = powerOfTwo(texts.length + 2) - 1
    let entries = 0
    for (const text of texts) if (isIndexed(text)) entries += text.length + 1
    const size = powerOfTwo(entries * 2)
    this.#mask = size - 1
    this.#slots = new Int32Array(size)
    const bits = powerOfTwo(entries * FILTER_BITS)
    this.#filterMask = bits - 1
    this.#filter = new Uint8Array(bits / 8)
    for (let id = 0; id < texts.length; id += 1) this.#insertAll(texts[id] ?? '', id + 1)
  }

  /** Indexed texts one edit from `text` (itself excluded), in the order they were given. */
  near(text: string): readonly string[] {
    if (!isIndexed(text)) return NONE
    let found: Set<number> | null = null
    let hash = hashOf(text)
    for (let skip = WHOLE; skip < text.length; skip += 1) {
      if (skip !== WHOLE) hash = hashWithout(text, skip, hash)
      const mixed = mix(hash)
      if (!this.#mayHold(mixed)) continue
      for (let slot = mixed & this.#mask; ; slot = (slot + 1) & this.#mask) {
        const entry = this.#slots[slot] ?? NOTHING
        if (entry === NOTHING) break
        if (((entry ^ mixed) & ~this.#place) === 0) found = (found ?? new Set<number>()).add((entry & this.#place) - 1)
      }
    }
    return found === null ? NONE : this.#oneEditFrom(text, found)
  }

  #oneEditFrom(text: string, ids: ReadonlySet<number>): readonly string[] {
    return [...ids]
      .toSorted((a, b) => a - b)
      .flatMap((id) => {
        const candidate = this.#texts[id]
        return candidate !== undefined && isOneEdit(candidate, text) ? [candidate] : []
      })
  }

  #mayHold(mixed: number): boolean {
    const bit = (mixed >>> 7) & this.#filterMask
    return ((this.#filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
  }

  #insertAll(text: string, entry: number): void {
    if (!isIndexed(text)) return
    let hash = hashOf(text)
    this.#insert(mix(hash), entry)
    for (let skip = 0; skip < text.length; skip += 1) {
      // Of two letters alike, leaving out one or the other is the same.
      const isTwin = skip > 0 && text.charCodeAt(skip) === text.charCodeAt(skip - 1)
      hash = hashWithout(text, skip, hash)
      if (!isTwin) this.#insert(mix(hash), entry)
    }
  }

  #insert(mixed: number, entry: number): void {
    const bit = (mixed >>> 7) & this.#filterMask
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
    let slot = mixed & this.#mask
    while (this.#slots[slot] !== NOTHING) slot = (slot + 1) & this.#mask
    this.#slots[slot] = (mixed & ~this.#place) | entry
  }
}

function isIndexed(text: string): boolean {
  return text.length >= SHORTEST_TYPO && text.length <= LONGEST_TYPO
}

function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, PRIME) + text.charCodeAt(at)) | 0
  return hash
}

/** The hash without the letter at `skip`, from `last`: the hash without the letter before, or of the whole text for the first. */
function hashWithout(text: string, skip: number, last: number): number {
  const power = POWERS[text.length - 1 - skip] ?? 0
  if (skip === 0) return (last - Math.imul(text.charCodeAt(0), power)) | 0
  return (last + Math.imul(text.charCodeAt(skip - 1) - text.charCodeAt(skip), power)) | 0
}

// Every bit of the sum bears on every bit of the place it is looked up at.
function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** True where one insertion, deletion, replacement or swap of neighbours turns `a` into a different `b`. */
function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i)
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1)
  if (a.slice(i + 1) === b.slice(i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}
