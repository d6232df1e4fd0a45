// FNV-1a, 32 bit: fast, and collisions only cost a comparison.
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
const EMPTY = -1
const NONE: readonly string[] = []
// Shorter names have too many neighbours at one edit to say anything.
const SHORTEST_TYPO = 5
const LONGEST_TYPO = 40

/** Finds texts that are at most one edit (or one swap of neighbours) away, by hashing every text with one letter deleted. */
export class DeleteIndex {
  readonly #texts: readonly string[]
  readonly #slots: Int32Array
  readonly #hashes: Int32Array
  readonly #mask: number
  // One bit per hash: small enough for the cache, it spares nearly all looks into the table.
  readonly #seen: Uint8Array

  /** `texts` must be distinct; those shorter than 5 or longer than 40 characters are not indexed. */
  constructor(texts: readonly string[]) {
    this.#texts = texts
    const entries = texts.reduce((sum, text) => sum + (isIndexed(text) ? text.length + 1 : 0), 0)
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, entries * 2)))
    this.#mask = size - 1
    this.#slots = new Int32Array(size).fill(EMPTY)
    this.#hashes = new Int32Array(size)
    this.#seen = new Uint8Array(size)
    texts.forEach((text, id) => {
      if (!isIndexed(text)) return
      for (let skip = -1; skip < text.length; skip += 1) this.#insert(hashWithout(text, skip), id)
    })
  }

  /** Indexed texts one edit from `text` (itself excluded), in the order they were given. */
  near(text: string): readonly string[] {
    if (text.length < SHORTEST_TYPO || text.length > LONGEST_TYPO) return []
    let found: Set<number> | null = null
    for (let skip = -1; skip < text.length; skip += 1) {
      const hash = hashWithout(text, skip)
      if (!this.#mayHold(hash)) continue
      for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
        const id = this.#slots[slot] ?? EMPTY
        if (id === EMPTY) break
        if (this.#hashes[slot] === hash) found = (found ?? new Set<number>()).add(id)
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

  #mayHold(hash: number): boolean {
    const bit = spread(hash) & (this.#seen.length * 8 - 1)
    return ((this.#seen[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
  }

  #insert(hash: number, id: number): void {
    const bit = spread(hash) & (this.#seen.length * 8 - 1)
    this.#seen[bit >>> 3] = (this.#seen[bit >>> 3] ?? 0) | (1 << (bit & 7))
    let slot = hash & this.#mask
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#slots[slot] = id
    this.#hashes[slot] = hash
  }
}

function isIndexed(text: string): boolean {
  return text.length >= SHORTEST_TYPO && text.length <= LONGEST_TYPO
}

function hashWithout(text: string, skip: number): number {
  let hash = OFFSET
  for (let i = 0; i < text.length; i += 1) {
    if (i !== skip) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  }
  return hash
}

function spread(hash: number): number {
  return hash ^ (hash >>> 13)
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
