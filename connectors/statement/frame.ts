import type { Delimiter } from '#core/statement.ts'
import { MAX_RECORD_LENGTH } from './lines.ts'

/** The text of one record: a physical line, or several when a quoted field goes over line ends. */
export type Frame = {
  /** First physical line, 1-based. */
  readonly line: number
  readonly text: string
  readonly quoted: boolean
  readonly broken: string | null
}

type Scan = { readonly state: 'complete' | 'open' | 'broken' }

const SPACES = / +/y
const SPACES_AND_TABS = /[ \t]+/y
const NEVER_CLOSED = 'a quoted field is opened on this line and never closed'
const NOT_DOUBLED = 'a quote inside a quoted field is not doubled'
const TOO_LONG = 'the line is longer than 1 MiB'
const NUL = 'the line holds a NUL character; the file is damaged here'

/**
 * Puts physical lines together to records. A quote that is never closed costs the line that opens it, not the file:
 * reading goes on with the next line.
 */
export class Framer {
  readonly #delimiter: Delimiter
  #held: string[] = []
  #heldLength = 0
  #line = 0

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter
  }

  /** Blank lines outside quotes are no records. */
  *add(lines: readonly string[]): Generator<Frame> {
    for (const line of lines) yield* this.#take(line)
  }

  *end(): Generator<Frame> {
    while (this.#held.length > 0) yield* this.#giveUp(NEVER_CLOSED)
  }

  *#take(line: string): Generator<Frame> {
    if (this.#held.length === 0) {
      this.#line++
      yield* this.#fresh(line)
      return
    }
    this.#held.push(line)
    this.#heldLength += line.length + 1
    if (this.#heldLength > MAX_RECORD_LENGTH) {
      yield* this.#giveUp(NEVER_CLOSED)
      return
    }
    const { state } = scanQuotes(line, this.#delimiter, true)
    if (state === 'open') return
    if (state === 'broken') {
      yield* this.#giveUp(NOT_DOUBLED)
      return
    }
    const text = this.#held.join('\n')
    const first = this.#line
    this.#line += this.#held.length - 1
    this.#held = []
    yield { line: first, text, quoted: true, broken: text.includes('\0') ? NUL : null }
  }

  *#fresh(line: string): Generator<Frame> {
    const frame = { line: this.#line, text: line, quoted: false, broken: null }
    if (line.length > MAX_RECORD_LENGTH) {
      yield { ...frame, text: '', broken: TOO_LONG }
      return
    }
    if (line.includes('\0')) {
      yield { ...frame, broken: NUL }
      return
    }
    if (!line.includes('"')) {
      if (line.trim() !== '') yield frame
      return
    }
    const { state } = scanQuotes(line, this.#delimiter, false)
    if (state === 'open') {
      this.#held = [line]
      this.#heldLength = line.length
      return
    }
    yield { ...frame, quoted: true, broken: state === 'broken' ? NOT_DOUBLED : null }
  }

  /** Gives the opening line up and begins anew with the lines after it. */
  *#giveUp(reason: string): Generator<Frame> {
    const [opening = '', ...after] = this.#held
    this.#held = []
    yield { line: this.#line, text: opening, quoted: true, broken: reason }
    yield* this.add(after)
  }
}

function scanQuotes(line: string, delimiter: Delimiter, insideQuotes: boolean): Scan {
  let at = 0
  let quoted = insideQuotes
  for (;;) {
    if (!quoted) {
      at = skipBlanks(line, at, delimiter)
      if (line[at] !== '"') {
        const end = line.indexOf(delimiter, at)
        if (end < 0) return { state: 'complete' }
        at = end + 1
        continue
      }
      at++
    }
    const close = closingQuote(line, at)
    if (close < 0) return { state: 'open' }
    at = skipBlanks(line, close + 1, delimiter)
    if (at >= line.length) return { state: 'complete' }
    if (line[at] !== delimiter) return { state: 'broken' }
    quoted = false
    at++
  }
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at
}

function skipBlanks(line: string, from: number, delimiter: Delimiter): number {
  const blanks = delimiter === '\t' ? SPACES : SPACES_AND_TABS
  blanks.lastIndex = from
  return blanks.test(line) ? blanks.lastIndex : from
}
