// So many names begin alike that a cut one could be any of them.
const TOO_MANY = 12

/** Finds the names that a cut text may be the beginning of. */
export class CutKeys {
  readonly #sorted: readonly string[]

  /** `texts` in any order. */
  constructor(texts: readonly string[]) {
    this.#sorted = texts.toSorted()
  }

  /** The texts that begin with `beginning` and are longer, up to `longest` letters; none where they are too many to tell apart. */
  startingWith(beginning: string, longest: number): readonly string[] {
    const found: string[] = []
    for (let at = this.#firstFrom(beginning); at < this.#sorted.length; at += 1) {
      const text = this.#sorted[at] ?? ''
      if (!text.startsWith(beginning)) break
      if (text.length === beginning.length || text.length > longest) continue
      if (found.length === TOO_MANY) return []
      found.push(text)
    }
    return found
  }

  #firstFrom(beginning: string): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] ?? '') < beginning) low = middle + 1
      else high = middle
    }
    return low
  }
}
