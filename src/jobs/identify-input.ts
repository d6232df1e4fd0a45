import { cells } from './identify-cells.ts'
import type { Cells } from './identify-cells.ts'

/** One text to identify, with what the same row says beside it; empty strings where it says nothing. */
export type IdentifyRow = {
  readonly text: string
  readonly kind: string
  readonly identifier: string
  readonly publisher: string
  readonly domain: string
  readonly mcc: string
  readonly amount: string
  readonly currency: string
}

const DELIMITERS = [',', ';', '\t'] as const
// A quoted cell may hold line breaks; one that runs on for longer was never closed.
const LONGEST_RECORD_LINES = 100
const LONGEST_RECORD = 65_536

/**
 * Reads one row per text: a text a line, or CSV where the first line has a column `text`. Every line is a row, blank ones
 * too; in CSV blank lines are none. Never throws on what the bytes say: invalid UTF-8 is replaced, and a quote that
 * never closes is a letter.
 */
export async function* readIdentifyRows(input: AsyncIterable<Uint8Array>): AsyncIterable<IdentifyRow> {
  const lines = linesOf(input)[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done === true) return
  const table = headerOf(first.value)
  if (table === null) {
    yield rowOf(first.value)
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) yield rowOf(next.value)
    return
  }
  yield* tableRows(lines, table)
}

type Table = { readonly delimiter: string; readonly columns: readonly string[] }

function headerOf(line: string): Table | null {
  for (const delimiter of DELIMITERS) {
    const columns = cells(line, delimiter).cells.map((cell) => cell.trim().toLowerCase())
    if (columns.includes('text')) return { delimiter, columns }
  }
  return null
}

async function* tableRows(lines: AsyncIterator<string>, { delimiter, columns }: Table): AsyncIterable<IdentifyRow> {
  const waiting: string[] = []
  const take = async (): Promise<string | null> => {
    const put = waiting.shift()
    if (put !== undefined) return put
    const next = await lines.next()
    return next.done === true ? null : next.value
  }
  for (let line = await take(); line !== null; line = await take()) {
    if (line === '') continue
    let record = line
    let parsed: Cells = cells(record, delimiter)
    const taken: string[] = []
    while (parsed.open && taken.length < LONGEST_RECORD_LINES && record.length < LONGEST_RECORD) {
      const more = await take()
      if (more === null) break
      taken.push(more)
      record += `\n${more}`
      parsed = cells(record, delimiter)
    }
    // A quote that closes in the middle of a later line's cell is that cell's own: this record's was never closed.
    if (parsed.open || (parsed.strange && taken.length > 0)) {
      waiting.unshift(...taken)
      parsed = { cells: line.split(delimiter), open: false, strange: false }
    }
    yield tableRow(parsed.cells, columns)
  }
}

function tableRow(values: readonly string[], columns: readonly string[]): IdentifyRow {
  const value = (column: string): string => values[columns.indexOf(column)] ?? ''
  return {
    text: value('text'),
    kind: value('kind').trim().toLowerCase(),
    identifier: value('identifier').trim(),
    publisher: value('publisher').trim(),
    domain: value('domain').trim(),
    mcc: value('mcc').trim(),
    amount: value('amount').trim(),
    currency: value('currency').trim().toUpperCase(),
  }
}

function rowOf(text: string): IdentifyRow {
  return { text, kind: '', identifier: '', publisher: '', domain: '', mcc: '', amount: '', currency: '' }
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const bytes of input) {
    const pieces = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = pieces.pop() ?? ''
    for (const line of pieces) yield line.replace(/\r$/, '')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/, '')
}
