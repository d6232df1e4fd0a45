import { NO_LETTERS, powerOfTwo, spread, TextTable, withLetter } from '../descriptor/text-table.ts'

// Lengths at which a beginning must be that of some key, or nothing is sought further on.
const CHECKPOINTS = new Uint8Array(64)
for (const length of [4, 6, 8, 11, 15, 20, 28, 40]) CHECKPOINTS[length] = 1
const BITS_PER_KEY = 32

/** Finds names in the middle of a text without cutting it into pieces: by the hash of what begins at a place. */
export class KeyTable {
  readonly #table: TextTable
  readonly #beginnings: Uint8Array
  readonly #mask: number
  readonly longest: number

  /** `texts` must be distinct; a text's id is its place in them. */
  constructor(texts: readonly string[]) {
    this.#table = new TextTable(texts)
    const bits = powerOfTwo(texts.length * BITS_PER_KEY)
    this.#mask = bits - 1
    this.#beginnings = new Uint8Array(bits / 8)
    let longest = 0
    for (const text of texts) {
      this.#noteBeginnings(text)
      longest = Math.max(longest, text.length)
    }
    this.longest = longest
  }

  /** False where no key begins with the `length` letters that hash to `hash`. May say yes wrongly, never no. */
  mayContinue(hash: number, length: number): boolean {
    if (CHECKPOINTS[length] !== 1) return true
    const bit = spread(hash) & this.#mask
    return ((this.#beginnings[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
  }

  /** The id of the key that stands at `begin` with `length` letters hashing to `hash`; -1 for none. */
  find(hash: number, text: string, begin: number, length: number): number {
    return this.#table.find(hash, text, begin, length)
  }

  #noteBeginnings(text: string): void {
    let hash = NO_LETTERS
    for (let at = 0; at < text.length; at += 1) {
      hash = withLetter(hash, text.charCodeAt(at))
      if (CHECKPOINTS[at + 1] !== 1) continue
      const bit = spread(hash) & this.#mask
      this.#beginnings[bit >>> 3] = (this.#beginnings[bit >>> 3] ?? 0) | (1 << (bit & 7))
    }
  }
}
