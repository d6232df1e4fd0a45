import type { InputFile } from '#core/file-reader.ts'
import { detectDelimiter, statedDelimiter } from './delimiter.ts'
import { sniffEncoding } from './encoding.ts'
import type { Breakage, TableRecord } from './framer.ts'
import { firstLines } from './lines.ts'
import { noTable, noText } from './no-text.ts'
import { readRecords } from './records.ts'
import type { TableFormat } from './records.ts'

/** A row that is not blank. `line` is its first physical line, 1-based; cells are as written, untrimmed. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** A line that could not be read as a row; reading went on behind it. */
export type BrokenRow = { readonly line: number; readonly broken: string }

/** `head`: the first rows, among which a header may stand. */
export type OpenedTable =
  | { readonly refused: string }
  | { readonly refused: null; readonly format: TableFormat; readonly head: readonly TableRow[] }

const SAMPLE_LINES = 120
const HEAD_ROWS = 30
const UNCLOSED = 'a quote opens in this line and never closes'
// Null where the cells can be told nevertheless: in a list of names a stray quote or NUL is no reason to drop the row.
const REASONS: Readonly<Record<Breakage, string | null>> = {
  unclosed: UNCLOSED,
  entangled: UNCLOSED,
  undoubled: null,
  'too-long': 'the row that begins in this line is longer than a megabyte',
  nul: null,
}

/** Finds encoding and delimiter and reads the first rows. Refuses what is no text table, in words that finish "this is …". */
export async function openTable(file: InputFile): Promise<OpenedTable> {
  const { encoding, head: bytes } = await sniffEncoding(file)
  const binary = noText(bytes)
  if (binary !== null) return { refused: `this is ${binary}, not a CSV; save the sheet as CSV and try again` }
  const sample = (await firstLines(file, encoding, SAMPLE_LINES)).join('\n')
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

/** Streams the rows that are not blank, and in their place the lines that could not be read as rows. */
export async function* readTable(file: InputFile, format: TableFormat): AsyncIterable<TableRow | BrokenRow> {
  for await (const records of readRecords(file, format)) {
    for (const record of records) {
      const reason = record.broken === null ? null : REASONS[record.broken]
      if (reason !== null) yield { line: record.line, broken: reason }
      else if (isRow(record, format)) yield { line: record.line, cells: record.cells }
    }
  }
}

function isRow({ line, cells }: TableRecord, { delimiter }: TableFormat): boolean {
  if (line === 1 && statedDelimiter(cells.join(delimiter)) !== null) return false
  return cells.some((cell) => cell.trim() !== '')
}
