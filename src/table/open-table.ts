import type { InputFile } from '#core/file-reader.ts'
import { detectDelimiter, statedDelimiter } from './delimiter.ts'
import type { Delimiter } from './delimiter.ts'
import { decode, detectEncoding } from './encoding.ts'
import { noTable, noText } from './no-text.ts'
import { splitRecords } from './records.ts'

export type TableFormat = { readonly encoding: string; readonly delimiter: Delimiter }

/** A row that is not blank. `line` is its first physical line, 1-based; cells are as written, untrimmed. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** A line that could not be read as a row; reading went on behind it. */
export type BrokenRow = { readonly line: number; readonly broken: string }

/** `head`: the first rows, among which a header may stand. */
export type OpenedTable =
  | { readonly refused: string }
  | { readonly refused: null; readonly format: TableFormat; readonly head: readonly TableRow[] }

const SAMPLE_CHARACTERS = 64 * 1024
const HEAD_ROWS = 30
// Each broken row costs another pass over the file; a file with more of them is broken as a whole.
const MAX_BROKEN_ROWS = 50

/** Finds encoding and delimiter and reads the first rows. Refuses what is no text table, in words that finish "this is …". */
export async function openTable(file: InputFile): Promise<OpenedTable> {
  const binary = noText(await firstBytes(file))
  if (binary !== null) return { refused: `this is ${binary}, not a CSV; save the sheet as CSV and try again` }
  const encoding = await detectEncoding(file.open())
  const sample = await firstText(file, encoding)
  if (sample.trim() === '') return { refused: 'the file is empty' }
  const other = noTable(sample)
  if (other !== null) return { refused: `this is ${other}, not a CSV; save the sheet as CSV and try again` }
  const format = { encoding, delimiter: detectDelimiter(sample) }
  const head: TableRow[] = []
  for await (const row of readTable(file, format)) {
    if ('cells' in row) head.push(row)
    if (head.length === HEAD_ROWS) break
  }
  return { refused: null, format, head }
}

/**
 * Streams the rows that are not blank. A row whose quote never closes is given as broken, and reading resumes on the
 * next line, so that one stray quote does not swallow the rest of the file.
 */
export async function* readTable(file: InputFile, format: TableFormat): AsyncIterable<TableRow | BrokenRow> {
  let firstLine = 1
  for (let broken = 0; ; broken += 1) {
    let brokenLine: number | null = null
    for await (const record of splitRecords(linesFrom(file, format, firstLine), format.delimiter, firstLine)) {
      if ('brokenOff' in record) {
        brokenLine = record.line
        yield { line: record.line, broken: record.brokenOff }
      } else if (!isBlank(record.cells) && !(record.line === 1 && statesDelimiter(record.cells, format))) {
        yield { line: record.line, cells: record.cells }
      }
    }
    if (brokenLine === null) return
    firstLine = brokenLine + 1
    if (broken + 1 === MAX_BROKEN_ROWS) {
      yield { line: firstLine, broken: `more than ${MAX_BROKEN_ROWS} rows are broken; the rest was not read` }
      return
    }
  }
}

async function* linesFrom(file: InputFile, format: TableFormat, firstLine: number): AsyncIterable<string> {
  let line = 1
  for await (const text of decode(file.open(), format.encoding)) {
    let start = 0
    while (line < firstLine && start < text.length) {
      const end = text.indexOf('\n', start)
      if (end < 0) start = text.length
      else {
        start = end + 1
        line += 1
      }
    }
    if (start < text.length) yield text.slice(start)
  }
}

async function firstBytes(file: InputFile): Promise<Uint8Array> {
  for await (const chunk of file.open()) if (chunk.length > 0) return chunk
  return new Uint8Array()
}

/** The beginning of the text, cut behind its last whole line where it is longer than the sample. */
async function firstText(file: InputFile, encoding: string): Promise<string> {
  let sample = ''
  for await (const text of decode(file.open(), encoding)) {
    sample += text
    if (sample.length < SAMPLE_CHARACTERS) continue
    const cut = sample.slice(0, SAMPLE_CHARACTERS)
    return cut.slice(0, cut.lastIndexOf('\n') + 1) || cut
  }
  return sample
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function statesDelimiter(cells: readonly string[], format: TableFormat): boolean {
  return statedDelimiter(cells.join(format.delimiter)) !== null
}
