// FNV-1a, 32 bit, one letter at a time: a text is hashed once for all names that may begin at one place of it.
const OFFSET = 0x811c9dc5 | 0
const PRIME = 0x01000193
const EMPTY = -1
// Lengths at which a beginning must be that of some key, or nothing is sought further on.
const CHECKPOINTS = new Uint8Array(64)
for (const length of [4, 6, 8, 11, 15, 20, 28, 40]) CHECKPOINTS[length] = 1
const BITS_PER_KEY = 32

/** The hash of no letters. */
export const NO_LETTERS = OFFSET

/** The hash of a text that is one letter longer. */
export function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

/** Finds names in the middle of a text without cutting it into pieces: by the hash of what begins at a place. */
export class KeyTable {
  readonly #texts: readonly string[]
  /** Hash and id of each entry, side by side, so that one look costs one access to memory. */
  readonly #slots: Int32Array
  readonly #mask: number
  readonly #beginnings: Uint8Array
  readonly #beginningsMask: number
  readonly longest: number

  /** `texts` must be distinct; a text's id is its place in them. */
  constructor(texts: readonly string[]) {
    this.#texts = texts
    const size = powerOfTwo(texts.length * 2)
    this.#mask = size - 1
    this.#slots = new Int32Array(size * 2).fill(EMPTY)
    const bits = powerOfTwo(texts.length * BITS_PER_KEY)
    this.#beginningsMask = bits - 1
    this.#beginnings = new Uint8Array(bits / 8)
    let longest = 0
    texts.forEach((text, id) => {
      this.#insert(this.#noteBeginnings(text), id)
      longest = Math.max(longest, text.length)
    })
    this.longest = longest
  }

  /** False where no key begins with the `length` letters that hash to `hash`. May say yes wrongly, never no. */
  mayContinue(hash: number, length: number): boolean {
    if (CHECKPOINTS[length] !== 1) return true
    const bit = spread(hash) & this.#beginningsMask
    return ((this.#beginnings[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
  }

  /** The id of the key that stands at `begin` with `length` letters hashing to `hash`; -1 for none. */
  find(hash: number, text: string, begin: number, length: number): number {
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot * 2 + 1] ?? EMPTY
      if (id === EMPTY) return EMPTY
      if (this.#slots[slot * 2] !== hash) continue
      const key = this.#texts[id] ?? ''
      if (key.length === length && text.startsWith(key, begin)) return id
    }
  }

  #noteBeginnings(text: string): number {
    let hash = NO_LETTERS
    for (let at = 0; at < text.length; at += 1) {
      hash = withLetter(hash, text.charCodeAt(at))
      if (CHECKPOINTS[at + 1] !== 1) continue
      const bit = spread(hash) & this.#beginningsMask
      this.#beginnings[bit >>> 3] = (this.#beginnings[bit >>> 3] ?? 0) | (1 << (bit & 7))
    }
    return hash
  }

  #insert(hash: number, id: number): void {
    let slot = spread(hash) & this.#mask
    while (this.#slots[slot * 2 + 1] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#slots[slot * 2] = hash
    this.#slots[slot * 2 + 1] = id
  }
}

// The low bits of FNV alone are uneven.
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, atLeast)))
}
