/** Collects the first bytes of what is added, up to a limit. */
export class FirstBytes {
  readonly #limit: number
  readonly #parts: Uint8Array[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get full(): boolean {
    return this.#size >= this.#limit
  }

  add(chunk: Uint8Array): void {
    if (this.full) return
    const part = chunk.slice(0, this.#limit - this.#size)
    this.#parts.push(part)
    this.#size += part.length
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts))
  }
}
