import type { Delimiter, Encoding } from '#core/statement.ts'
import type { InputFile } from '#core/file-reader.ts'
import type { Breakage, TableRecord } from '#src/table/framer.ts'
import { readRecords as readTableRecords } from '#src/table/records.ts'

/** One record of the file; `broken` says why its cells could not be told apart (`cells` then holds what was readable). */
export type StatementRecord = {
  /** First physical line, 1-based. */
  readonly line: number
  /** Trimmed of blanks around them. */
  readonly cells: readonly string[]
  readonly broken: string | null
}

const NOT_DOUBLED = 'a quote inside a quoted field is not doubled'
// Money is never read from a line that could be read in two ways: each breakage rejects it.
const REASONS: Readonly<Record<Breakage, string>> = {
  unclosed: 'a quoted field is opened on this line and never closed',
  entangled: NOT_DOUBLED,
  undoubled: NOT_DOUBLED,
  'too-long': 'the line is longer than 1 MiB',
  nul: 'the line holds a NUL character; the file is damaged here',
}

/** Streams the records of a file in batches, in file order. Every line that is not blank ends in exactly one of them. */
export async function* readRecords(
  file: InputFile,
  encoding: Encoding,
  delimiter: Delimiter,
): AsyncGenerator<readonly StatementRecord[]> {
  for await (const records of readTableRecords(file, { encoding, delimiter })) yield records.map(toStatementRecord)
}

/** Trims the cells and says in words what is broken. */
export function toStatementRecord({ line, cells, broken }: TableRecord): StatementRecord {
  return { line, cells: cells.map(trimCell), broken: broken === null ? null : REASONS[broken] }
}

function trimCell(cell: string): string {
  return cell.trim()
}
