import type { TableRow } from './open-table.ts'

/** Why a row with filled cells beyond the `width` of its header cannot be read; null where it has none. */
export function tooWide(row: TableRow, width: number): string | null {
  if (row.cells.slice(width).every((cell) => cell.trim() === '')) return null
  return `has ${row.cells.length} cells where the header has ${width}; put cells that contain the delimiter in quotes`
}
