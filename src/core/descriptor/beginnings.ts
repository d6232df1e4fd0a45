const LETTER_BITS = 5
const LETTER = (1 << LETTER_BITS) - 1
const TWO = 1 << (2 * LETTER_BITS)
const THREE = 1 << (3 * LETTER_BITS)

/**
 * Tells by the first three letters whether a folded text may begin with one of some texts, which spares nearly all looks into a
 * table of them. Says yes wrongly now and then, never no, but for a text of one letter.
 */
export class Beginnings {
  readonly #bits = new Uint8Array(THREE / 8)

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const first = slot(text)
      this.#add(first)
      if (text.length > 2) this.#add(first & ~LETTER)
      else for (let more = 0; more < (text.length === 2 ? LETTER + 1 : TWO); more += 1) this.#add(first + more)
    }
  }

  mayBegin(text: string): boolean {
    const at = slot(text)
    return ((this.#bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0
  }

  #add(at: number): void {
    this.#bits[at >>> 3] = (this.#bits[at >>> 3] ?? 0) | (1 << (at & 7))
  }
}

// What is missing counts as zero, as do spaces.
function slot(text: string): number {
  const second = (text.charCodeAt(1) & LETTER) << LETTER_BITS
  return ((text.charCodeAt(0) & LETTER) << (2 * LETTER_BITS)) | second | (text.charCodeAt(2) & LETTER)
}
