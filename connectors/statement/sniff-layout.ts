import type { Question } from '#core/file-reader.ts'
import type { ColumnRole } from '#core/statement.ts'
import { resolveColumns } from './column-index.ts'
import { assignColumns } from './columns.ts'
import { factsOf } from './fingerprints.ts'
import type { Facts } from './fingerprints.ts'
import { readHeaderWord } from './header-words.ts'
import { layoutOf } from './layouts.ts'
import { profileColumns } from './profile.ts'
import type { StatementRecord } from './records.ts'
import { findTable, isRow } from './table.ts'
import type { Table } from './table.ts'
import type { StatementMapping } from './wire.ts'

/** Where the rows are and what their columns are for. */
export type SniffedLayout = {
  readonly table: Table
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly facts: Facts | null
  readonly questions: readonly Question[]
  /** Columns that the mapping names and the file does not have. */
  readonly missing: readonly string[]
}

// Enough to know a column by what is in it.
const PROFILED = 500

export function sniffLayout(records: readonly StatementRecord[], answers: StatementMapping): SniffedLayout {
  const table = answers.headerLine === undefined ? findTable(records) : tableAt(records, answers)
  const rows = records
    .slice(table.first)
    .filter((record) => record.broken === null && record.cells.filter((cell) => cell !== '').length >= 2)
    .slice(0, PROFILED)
    .map((record) => record.cells)
  if (answers.columns !== undefined) {
    const { roles, missing } = resolveColumns(answers.columns, table.header)
    return { table, roles, facts: table.header === null ? null : factsOf(table.header), questions: [], missing }
  }
  const charges = table.header === null ? rows.filter(isRow) : rows
  const known = table.header === null ? layoutOf(charges) : null
  if (known !== null) return { table, roles: known.roles, facts: known, questions: [], missing: [] }
  const width = Math.max(table.width, Math.min(1000, Math.max(0, ...charges.slice(0, 50).map((row) => row.length))))
  const columns = assignColumns(table.words, profileColumns(charges, width), charges)
  return { table, ...columns, facts: table.header === null ? null : factsOf(table.header), missing: [] }
}

/** The table as a mapping says; where another month's file has more lines above its header, by the names it maps. */
function tableAt(records: readonly StatementRecord[], { headerLine, columns }: StatementMapping): Table {
  const found = findTable(records)
  if (headerLine === null || headerLine === undefined)
    return { ...found, header: null, headerLine: null, words: [], first: found.header === null ? found.first : 0 }
  const names = Object.values(columns ?? {})
  const holds = (record: StatementRecord): boolean =>
    names.length > 0 && resolveColumns(columns ?? {}, record.cells).missing.length === 0
  const said = records.findIndex((record) => record.line === headerLine)
  const index =
    said >= 0 && (names.length === 0 || records.slice(said, said + 1).some(holds))
      ? said
      : records.slice(0, 200).findIndex(holds)
  const record = records[index >= 0 ? index : said]
  if (record === undefined) return found
  return {
    header: record.cells,
    headerLine: record.line,
    words: record.cells.map(readHeaderWord),
    first: (index >= 0 ? index : said) + 1,
    width: record.cells.length,
  }
}
