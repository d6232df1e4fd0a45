import type { TableRow } from '#src/table/open-table.ts'
import { tooWide } from '#src/table/too-wide.ts'
import { isField } from './headers.ts'
import type { Columns } from './headers.ts'
import type { Field } from './header-names.ts'

/** A row of an app list, its cells by field, trimmed; blank cells are null. */
export type AppRow = { readonly line: number; readonly cells: Readonly<Partial<Record<Field, string>>> }

/** Where the cells of each field stand. */
export type Positions = ReadonlyMap<Field, number>

// What exports write for "nothing".
const NOTHING = /^(-+|–|—|n\/?a|null|none|undefined|\(blank\)|\(none\))$/i

/** Finds the columns in the header row. A column that is not there is left out. */
export function positionsOf(columns: Columns, header: readonly string[]): Positions {
  const positions = new Map<Field, number>()
  for (const [field, name] of Object.entries(columns)) {
    if (!isField(field)) continue
    const at = header.findIndex((cell) => cell.trim() === name)
    if (at >= 0) positions.set(field, at)
  }
  return positions
}

/** The row's cells by field, or why the row cannot be read. */
export function parseRow(row: TableRow, positions: Positions, width: number): AppRow | { readonly reason: string } {
  const reason = tooWide(row, width)
  if (reason !== null) return { reason }
  const cells: Partial<Record<Field, string>> = {}
  for (const [field, at] of positions) {
    const text = (row.cells[at] ?? '').trim()
    // A leading apostrophe is how spreadsheets keep "=…" text; it is no part of the name.
    if (text !== '' && !NOTHING.test(text)) cells[field] = text.replace(/^'(?=[=+\-@])/, '')
  }
  return { line: row.line, cells }
}

/** Values of a cell that holds several: one a line, or separated by comma, semicolon, bar or space. */
export function listOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/[\s,;|]+/).filter((value) => value !== '')
}

/** `1,234` -> 1234; null for what is no whole number. */
export function countOf(cell: string): number | null {
  const plain = /^\d{1,3}(?:[,.'’\s]\d{3})+$/.test(cell) ? cell.replaceAll(/\D/g, '') : cell.replace(/\.0+$/, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}
