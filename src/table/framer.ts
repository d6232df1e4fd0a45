import type { Delimiter } from '#core/statement.ts'
import { continueQuotes, splitCells } from './cells.ts'
import { MAX_RECORD_LENGTH } from './lines.ts'
import { quotedCells } from './quoted.ts'

/**
 * What is wrong with a record. `unclosed`: a quote opens in its line and never closes; `entangled`: it closes only at
 * the quote of another cell, perhaps lines later; `undoubled`: a quote inside a quoted cell is not doubled, and the
 * cells can be told; `too-long`: it has more than `MAX_RECORD_LENGTH` characters; `nul`: it holds a NUL character.
 */
export type Breakage = 'unclosed' | 'entangled' | 'undoubled' | 'too-long' | 'nul'

/** One record: a physical line, or several when a quoted cell goes over line ends. */
export type TableRecord = {
  /** First physical line, 1-based. */
  readonly line: number
  /** As written, untrimmed; of a broken record what could be told, and nothing of one that is too long. */
  readonly cells: readonly string[]
  readonly broken: Breakage | null
}

/**
 * Puts physical lines together to records. A quote that is never closed costs the line that opens it, not the file:
 * reading goes on with the next line.
 */
export class Framer {
  readonly #delimiter: Delimiter
  #done: TableRecord[] = []
  /** Whole records with quotes, by their place in `#done`: their cells are read together, which is much faster. */
  #quoted: { readonly place: number; readonly text: string }[] = []
  /** The lines of a record whose quoted cell is open. */
  #held: string[] = []
  #heldLength = 0
  #line = 0

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter
  }

  /** The records that these lines complete. Blank lines outside quotes are no records. */
  add(lines: readonly string[]): readonly TableRecord[] {
    for (const line of lines) this.#take(line)
    return this.#taken()
  }

  /** The records of the lines that are still held. */
  end(): readonly TableRecord[] {
    while (this.#held.length > 0) this.#giveUp('unclosed')
    return this.#taken()
  }

  #taken(): readonly TableRecord[] {
    const records = this.#done
    const cells = quotedCells(
      this.#quoted.map(({ text }) => text),
      this.#delimiter,
    )
    for (const [index, { place }] of this.#quoted.entries()) {
      const record = records[place]
      if (record !== undefined) records[place] = { ...record, cells: cells[index] ?? [] }
    }
    this.#done = []
    this.#quoted = []
    return records
  }

  #take(line: string): void {
    if (this.#held.length > 0) {
      this.#continue(line)
      return
    }
    this.#line++
    if (line.length > MAX_RECORD_LENGTH) this.#give([], 'too-long')
    else if (line.includes('"')) this.#begin(line)
    // Without a quote in it a record is its text between delimiters, which is much faster.
    else if (line.trim() !== '') this.#give(line.split(this.#delimiter), nulIn(line))
  }

  #begin(line: string): void {
    const { cells, quotes } = splitCells(line, this.#delimiter)
    const nul = nulIn(line)
    if (quotes === 'open' && nul === null) {
      this.#held = [line]
      this.#heldLength = line.length
      return
    }
    const broken = nul ?? (quotes === 'undoubled' || quotes === 'entangled' ? quotes : null)
    if (broken === null) this.#giveQuoted(line)
    else this.#give(cells, broken)
  }

  #continue(line: string): void {
    this.#held.push(line)
    this.#heldLength += line.length + 1
    if (this.#heldLength > MAX_RECORD_LENGTH) {
      this.#giveUp('unclosed')
      return
    }
    const quotes = continueQuotes(line, this.#delimiter)
    if (quotes === 'undoubled' || quotes === 'entangled') this.#giveUp('entangled')
    if (quotes === 'closed') this.#complete()
  }

  #complete(): void {
    const text = this.#held.join('\n')
    const nul = nulIn(text)
    if (nul === null) this.#giveQuoted(text)
    else this.#give(splitCells(text, this.#delimiter).cells, nul)
    this.#line += this.#held.length - 1
    this.#held = []
  }

  /** Gives the opening line up and begins anew with the lines after it. */
  #giveUp(broken: Breakage): void {
    const [opening = '', ...after] = this.#held
    this.#held = []
    this.#give(opening.split(this.#delimiter), broken)
    for (const line of after) this.#take(line)
  }

  #giveQuoted(text: string): void {
    this.#quoted.push({ place: this.#done.length, text })
    this.#give([], null)
  }

  #give(cells: readonly string[], broken: Breakage | null): void {
    this.#done.push({ line: this.#line, cells, broken })
  }
}

function nulIn(text: string): Breakage | null {
  return text.includes('\0') ? 'nul' : null
}
