// FNV-1a, 32 bit, one letter at a time: whoever reads a text letter by letter has its hash for nothing.
const OFFSET = 0x811c9dc5 | 0
const PRIME = 0x01000193
const EMPTY = -1
// Bits of the filter for each text: it stays in the cache, and ends most searches for what is not there.
const FILTER_BITS = 8
const WORDS_PER_SLOT = 2

/** The hash of no letters. */
export const NO_LETTERS = OFFSET

/** The hash of a text that is one letter longer. */
export function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

/** The low bits of the hash alone are uneven. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** The power of two that `atLeast` fits in, at least 64. */
export function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, atLeast)))
}

/** Finds texts, whole or inside another text, by a hash that the caller has already. */
export class TextTable {
  readonly #texts: readonly string[]
  /** Hash and id of each entry, side by side, so that one look costs one access to memory. */
  readonly #slots: Int32Array
  readonly #mask: number
  readonly #filter: Uint8Array
  readonly #filterMask: number

  /** `texts` must be distinct; a text's id is its place in them. */
  constructor(texts: readonly string[]) {
    this.#texts = texts
    const size = powerOfTwo(texts.length * 2)
    this.#mask = size - 1
    this.#slots = new Int32Array(size * WORDS_PER_SLOT).fill(EMPTY)
    const bits = powerOfTwo(texts.length * FILTER_BITS)
    this.#filterMask = bits - 1
    this.#filter = new Uint8Array(bits / 8)
    for (let id = 0; id < texts.length; id += 1) this.#insert(hashOf(texts[id] ?? ''), id)
  }

  /** The id of the text that stands at `begin` of `within` with `length` letters hashing to `hash`; -1 for none. */
  find(hash: number, within: string, begin: number, length: number): number {
    const mixed = spread(hash)
    const bit = mixed & this.#filterMask
    if (((this.#filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return EMPTY
    for (let slot = mixed & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot * WORDS_PER_SLOT + 1] ?? EMPTY
      if (id === EMPTY) return EMPTY
      if (this.#slots[slot * WORDS_PER_SLOT] !== hash) continue
      const text = this.#texts[id] ?? ''
      if (text.length === length && within.startsWith(text, begin)) return id
    }
  }

  #insert(hash: number, id: number): void {
    const mixed = spread(hash)
    const bit = mixed & this.#filterMask
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
    let slot = mixed & this.#mask
    while (this.#slots[slot * WORDS_PER_SLOT + 1] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#slots[slot * WORDS_PER_SLOT] = hash
    this.#slots[slot * WORDS_PER_SLOT + 1] = id
  }
}

/** The hash of a whole text. */
export function hashOf(text: string): number {
  let hash = NO_LETTERS
  for (let at = 0; at < text.length; at += 1) hash = withLetter(hash, text.charCodeAt(at))
  return hash
}
