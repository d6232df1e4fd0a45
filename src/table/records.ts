import { parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import type { Delimiter } from './delimiter.ts'

/** A record. `line` is its first physical line, 1-based. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/** From `line` on nothing could be told: a quote that opens there never closes, or closes in another row's cell. */
export type BrokenOff = { readonly line: number; readonly brokenOff: string }

// One record of a table is never a megabyte; an unclosed quote soon is.
const MAX_RECORD_CHARACTERS = 1024 * 1024
const UNCLOSED = 'a quote opens in this line and never closes'

/**
 * Splits text with LF line ends into records from `firstLine` on, reading as the consumer asks. All records before a
 * broken one are given: they come through a callback, because a failing stream drops those that it still holds.
 */
export async function* splitRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  firstLine: number,
): AsyncIterable<CsvRecord | BrokenOff> {
  let batch: CsvRecord[] = []
  let nextLine = firstLine
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    // A stray quote inside a cell (24" display) is a letter.
    relax_quotes: true,
    relax_column_count: true,
    raw: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    on_record(parsed: object, { lines }) {
      if (!hasRaw(parsed)) throw new Error('csv-parse gave a record without its raw text')
      if (swallowsRows(parsed.record, parsed.raw, delimiter)) throw new Error(UNCLOSED)
      batch.push({ line: nextLine, cells: parsed.record })
      nextLine = firstLine + lines
      return null
    },
  })
  // Failures arrive at the callbacks of write and end; without a listener node would throw them a second time.
  parser.on('error', () => undefined)
  parser.resume()
  for await (const piece of text) {
    const failure = await settled((done) => parser.write(piece, done))
    yield* batch
    batch = []
    if (failure) {
      yield { line: nextLine, brokenOff: reason(failure) }
      return
    }
  }
  const failure = await settled((done) => parser.end(done))
  yield* batch
  if (failure) yield { line: nextLine, brokenOff: reason(failure) }
}

/** What the option `raw` makes of a record; the types of csv-parse do not know it. */
function hasRaw(parsed: object): parsed is { readonly record: string[]; readonly raw: string } {
  return 'raw' in parsed && 'record' in parsed
}

/** True when a cell runs over several lines only because its quote was closed by the quote of a later row's cell. */
function swallowsRows(cells: readonly string[], raw: string, delimiter: Delimiter): boolean {
  if (!cells.some((cell) => cell.startsWith('"') && cell.includes('\n'))) return false
  try {
    parseWhole(raw, { delimiter, record_delimiter: '\n' })
    return false
  } catch {
    return true
  }
}

function settled(act: (done: (error?: Error | null) => void) => void): Promise<Error | null> {
  return new Promise((resolve) => {
    act((error) => resolve(error ?? null))
  })
}

function reason(failure: Error): string {
  const code = 'code' in failure ? failure.code : null
  if (failure.message === UNCLOSED || code === 'CSV_QUOTE_NOT_CLOSED') return UNCLOSED
  if (code === 'CSV_MAX_RECORD_SIZE') return 'the row that begins in this line is longer than a megabyte'
  throw failure
}
