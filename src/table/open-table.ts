import type { InputFile } from '#core/file-reader.ts'
import { DELIMITER_LINES, detectDelimiter, statedDelimiter } from './delimiter.ts'
import { sniffEncoding } from './encoding.ts'
import type { Breakage, TableRecord } from './framer.ts'
import { firstLines } from './lines.ts'
import { otherFile } from './other-file.ts'
import type { OtherFile } from './other-file.ts'
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
const OTHER_FILES: Readonly<Record<Exclude<OtherFile, 'empty'>, string>> = {
  pdf: 'a PDF',
  'workbook-or-zip': 'an Excel workbook or a zip archive',
  'old-workbook': 'an old Excel workbook',
  gzip: 'a gzip archive',
  picture: 'a picture',
  'web-page': 'a web page or XML',
  ofx: 'an OFX file',
  xml: 'a web page or XML',
  qif: 'a QIF file',
  mt940: 'an MT940 file',
  json: 'JSON',
  binary: 'a binary file',
}

/** Finds encoding and delimiter and reads the first rows. Refuses what is no text table, in a sentence. */
export async function openTable(file: InputFile): Promise<OpenedTable> {
  const sniffed = await sniffEncoding(file)
  const other = otherFile(sniffed)
  if (other === 'empty') return { refused: 'the file is empty' }
  if (other !== null)
    return { refused: `this is ${OTHER_FILES[other]}, not a CSV; save the sheet as CSV and try again` }
  const { encoding } = sniffed
  const format = { encoding, delimiter: detectDelimiter(await firstLines(file, encoding, DELIMITER_LINES)) }
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
