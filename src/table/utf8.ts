import { isAscii } from 'node:buffer'

// A few damaged bytes in a file that is otherwise plainly UTF-8 do not make it something else.
const LETTERS_A_DAMAGED_BYTE = 4

/** Tells whether bytes that come in pieces are UTF-8. */
export class Utf8Test {
  readonly #strict = new TextDecoder('utf-8', { fatal: true })
  readonly #lenient = new TextDecoder('utf-8')
  #valid = true
  /** Letters beyond ASCII, and bytes that belong to none. */
  #letters = 0
  #damaged = 0

  add(piece: Uint8Array): void {
    const text = this.#decode(piece)
    if (isAscii(piece) && !text.includes('\uFFFD')) return
    const damaged = this.#valid ? 0 : text.split('\uFFFD').length - 1
    this.#damaged += damaged
    this.#letters += (text.match(/[^\0-\x7f]/g)?.length ?? 0) - damaged
  }

  /** To be asked when there are no more pieces. */
  passed(): boolean {
    return (this.#valid && this.#endsWhole()) || this.#letters > LETTERS_A_DAMAGED_BYTE * this.#damaged
  }

  #decode(piece: Uint8Array): string {
    if (this.#valid) {
      try {
        return this.#strict.decode(piece, { stream: true })
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        this.#valid = false
      }
    }
    return this.#lenient.decode(piece, { stream: true })
  }

  #endsWhole(): boolean {
    try {
      this.#strict.decode()
      return true
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      this.#damaged++
      return false
    }
  }
}
