import type { TableRow } from './open-table.ts'

// Titles, dates of the export and the like take a cell or two.
const NARROW = 2
const TITLE_ROWS = 5

/**
 * The rows that may be the header: title lines, and the first row as wide as the table. A row below that is data, even
 * where its cells read like headers ("Software" as the category of a charge).
 */
export function headerCandidates(head: readonly TableRow[]): readonly TableRow[] {
  const widths = head.map(filled)
  const most = Math.max(0, ...widths)
  if (most <= NARROW) return head.slice(0, TITLE_ROWS)
  const first = widths.findIndex((width) => width > NARROW && width >= most * 0.5)
  return head.slice(0, first + 1)
}

/** The row with the most cells that are not blank, the first of equals; null when there is none. */
export function widest(rows: readonly TableRow[]): TableRow | null {
  return rows.reduce<TableRow | null>((a, b) => (a === null || filled(b) > filled(a) ? b : a), null)
}

/** A row's cells as a sentence lists them: “Date”, “Description”; at most a dozen, shortened. */
export function listCells(row: TableRow): string {
  const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return cells
    .slice(0, 12)
    .map((cell) => `“${cell.slice(0, 40)}”`)
    .join(', ')
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length
}
