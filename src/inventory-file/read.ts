import { setImmediate } from 'node:timers/promises'
import type { InputFile } from '#core/file-reader.ts'
import { headerCandidates, listCells, widest } from '#src/table/header-candidates.ts'
import { openTable, readTable } from '#src/table/open-table.ts'
import type { TableRow } from '#src/table/open-table.ts'
import { statementHeaders } from '#src/table/statement-headers.ts'
import { tooWide } from '#src/table/too-wide.ts'
import type { FileColumn } from './columns.ts'
import { dateOrderOf } from './day.ts'
import type { DateOrder } from './day.ts'
import type { InventoryDraft } from './entry.ts'
import { recogniseHeaders } from './headers.ts'
import type { HeaderCell } from './headers.ts'
import { readRow } from './row.ts'

export type InventoryFile = {
  readonly entries: readonly InventoryDraft[]
  /** Header of the file -> the column it was read as, with the conversion where there is one. */
  readonly understood: Readonly<Record<string, string>>
  /** Headers whose cells went into the notes, as `Header: value`. */
  readonly keptAsNotes: readonly string[]
  /** What was not understood; `line` is the first physical line of the row, 1-based. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
  /** Why the file is no inventory, in a sentence; else null. */
  readonly refused: string | null
}

const CONVERSIONS: Readonly<Partial<Record<FileColumn, string>>> = {
  annual_cost: 'monthly_cost (a twelfth of the annual amount)',
  quarterly_cost: 'monthly_cost (a third of the quarterly amount)',
  until: 'conditions (until)',
}
const ROWS_AT_ONCE = 250
const NEEDED =
  'an inventory needs a column for the tool ("tool", "Application", "Software") and one for its status ("status", "Approval")'

/**
 * Reads an inventory CSV, Daylight's own or somebody's. `currency` is taken for amounts that state none. Entries come in
 * file order; a tool that is there twice is read once, and said.
 */
export async function readInventoryFile(
  input: InputFile,
  { currency }: { readonly currency: string | null },
): Promise<InventoryFile> {
  const table = await openTable(input)
  if (table.refused !== null) return refusal(table.refused)
  const header = headerRow(table.head)
  if ('refused' in header) return refusal(header.refused)
  const headers = recogniseHeaders(header.cells)
  const rows: TableRow[] = []
  const problems: { line: number; reason: string }[] = []
  for await (const row of readTable(input, table.format)) {
    if (row.line <= header.line) continue
    if ('broken' in row) problems.push({ line: row.line, reason: row.broken })
    else rows.push(row)
  }
  const orders = dateOrders(headers, rows)
  const context = { headers, currency, order: (column: FileColumn) => orders.get(column) ?? null }
  const entries = new Map<string, { draft: InventoryDraft; line: number }>()
  for (const [index, row] of rows.entries()) {
    // A long list is read while a server answers others.
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    const extra = tooWide(row, headers.length)
    const { draft, problems: found } = extra === null ? readRow(row, context) : { draft: null, problems: [extra] }
    problems.push(...found.map((reason) => ({ line: row.line, reason })))
    if (draft === null) continue
    const earlier = entries.get(draft.id)
    if (earlier === undefined) entries.set(draft.id, { draft, line: row.line })
    else
      problems.push({
        line: row.line,
        reason: `${draft.tool} is in line ${earlier.line} already; that one was read, this one was not`,
      })
  }
  return {
    entries: [...entries.values()].map(({ draft }) => draft),
    understood: understoodOf(headers),
    keptAsNotes: headers
      .filter(({ column, header: text }) => column === null && text !== '')
      .map(({ header: text }) => text),
    problems: problems.toSorted((a, b) => a.line - b.line),
    refused: null,
  }
}

function refusal(refused: string): InventoryFile {
  return { entries: [], understood: {}, keptAsNotes: [], problems: [], refused }
}

/** The row that names tool and status; sheets have title lines above it. */
function headerRow(head: readonly TableRow[]): TableRow | { readonly refused: string } {
  const ranked = headerCandidates(head).map((row) => ({
    row,
    columns: recogniseHeaders(row.cells).map(({ column }) => column),
  }))
  const complete = ranked.filter(({ columns }) => columns.includes('tool') && columns.includes('status'))
  const [best] = complete.toSorted((a, b) => known(b.columns) - known(a.columns))
  const row = best?.row ?? widest(ranked.map((each) => each.row))
  if (row === null) return { refused: 'the file is empty' }
  const statement = statementHeaders(row.cells) === 'yes'
  if (best !== undefined && !statement) return row
  const what = statement ? 'this is a statement, not an inventory: ' : ''
  return { refused: `${what}the columns are ${listCells(row)}; ${NEEDED}` }
}

function known(columns: readonly (FileColumn | null)[]): number {
  return columns.filter((column) => column !== null).length
}

function dateOrders(
  headers: readonly HeaderCell[],
  rows: readonly TableRow[],
): ReadonlyMap<FileColumn, DateOrder | null> {
  const ofColumn = (column: FileColumn): DateOrder | null => {
    const at = headers.findIndex((header) => header.column === column)
    // A date may stand inside a status: "Pilot until 31/12/2026".
    return dateOrderOf(rows.map((row) => /\d[\d/-]*\d/.exec(row.cells[at] ?? '')?.[0] ?? ''))
  }
  return new Map((['renewal', 'until', 'status'] as const).map((column) => [column, ofColumn(column)]))
}

function understoodOf(headers: readonly HeaderCell[]): Record<string, string> {
  const understood = headers.flatMap(({ header, column, currency }) => {
    if (column === null) return []
    const what = CONVERSIONS[column] ?? column
    return [[header, currency === null ? what : `${what} in ${currency}`]]
  })
  return Object.fromEntries(understood)
}
