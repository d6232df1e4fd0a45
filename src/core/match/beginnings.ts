// One bit per hash of four letters: most words of most bills begin like no product, and need no further look.
const BITS = 1 << 16
const LETTERS = 4

/** Tells without building a string whether any key can begin at a place in a text. May say yes wrongly, never no. */
export class Beginnings {
  readonly #long = new Uint8Array(BITS)
  readonly #short = new Uint8Array(BITS)

  /** Keys of fewer than four letters are told by their first two. */
  constructor(keys: readonly string[]) {
    for (const key of keys) {
      if (key.length >= LETTERS) this.#long[hashAt(key, 0, LETTERS)] = 1
      else this.#short[hashAt(key, 0, 2)] = 1
    }
  }

  /** False where no key begins at `begin` of the text; keys cut to four letters or more are covered. */
  mayBegin(text: string, begin: number): boolean {
    return this.#long[hashAt(text, begin, LETTERS)] === 1 || this.#short[hashAt(text, begin, 2)] === 1
  }
}

function hashAt(text: string, begin: number, letters: number): number {
  let hash = letters
  for (let at = begin; at < Math.min(text.length, begin + letters); at += 1) {
    hash = Math.imul(hash, 31) + text.charCodeAt(at)
  }
  return (hash ^ (hash >>> 16)) & (BITS - 1)
}
