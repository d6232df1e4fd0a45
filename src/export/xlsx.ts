import writeExcelFile from 'write-excel-file/node'
import type { Cell } from 'write-excel-file/node'
import { minorDigits } from '#core/currency.ts'
import type { Money } from '#core/money.ts'
import type { Column } from './column.ts'
import { withoutZipTimes } from './zip-time.ts'

// https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
const MAX_CELL_CHARACTERS = 32_767
const MAX_ROWS = 1_048_576
const MAX_SHEET_NAME = 31
const MIN_WIDTH = 10
const MAX_WIDTH = 60
const DAY_MS = 86_400_000
// Day 0 of the serial numbers; later than the leap day of 1900 that Excel believes in, they are right.
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

/**
 * Rows as an Excel workbook of one sheet: numbers, amounts and dates are real ones, text is text and never a formula,
 * the header stays in view. The same rows are the same bytes. Throws when there are more rows than a sheet can hold.
 */
export async function toXlsx<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  sheet: string,
): Promise<Uint8Array> {
  const all = [...rows]
  if (all.length >= MAX_ROWS)
    throw new Error(`${all.length} rows do not fit a sheet, which holds ${MAX_ROWS - 1}; export CSV`)
  const header: Cell[] = columns.map(({ id }) => ({ type: String, value: id, fontWeight: 'bold' }))
  const cells = all.map((row) => columns.map((column) => cellOf(column, row)))
  const file = writeExcelFile([header, ...cells], {
    sheet: sheetName(sheet),
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widthOf(column, all) })),
  })
  return withoutZipTimes(await file.toBuffer())
}

function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  switch (column.kind) {
    case 'text':
      return textCell(column.value(row))
    case 'number': {
      const value = column.value(row)
      if (value !== null && !Number.isFinite(value)) throw new Error(`column ${column.id} has the number ${value}`)
      return value === null ? null : { type: Number, value }
    }
    case 'money': {
      const money = column.value(row)
      return money === null ? null : moneyCell(money)
    }
    case 'date':
      return dateCell(column.value(row))
    default:
      return column satisfies never
  }
}

function textCell(text: string | null): Cell {
  if (text === null || text === '') return null
  // Excel reads `_x0041_` in a string as a character; an escaped underscore keeps it as written.
  const literal = text.toWellFormed().replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return { type: String, value: literal.slice(0, MAX_CELL_CHARACTERS) }
}

function moneyCell({ minor, currency }: Money): Cell {
  const digits = minorDigits(currency)
  return { type: Number, value: minor / 10 ** digits, format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` }
}

/** A serial number with a date format: a `Date` cell would depend on the time zone of the machine. */
function dateCell(date: string | null): Cell {
  if (date === null || !ISO_TIME.test(date)) return textCell(date)
  const time = Date.parse(date)
  if (Number.isNaN(time)) return textCell(date)
  const format = date.length === 10 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm'
  return { type: Number, value: (time - SERIAL_ZERO) / DAY_MS, format }
}

/** A name that Excel accepts: at most 31 characters, none of `[]/\:*?`. */
function sheetName(name: string): string {
  const plain = name
    .replaceAll(/[[\]/\\:*?]/g, ' ')
    .slice(0, MAX_SHEET_NAME)
    .trim()
  return plain === '' ? 'Daylight' : plain
}

function widthOf<Row>(column: Column<Row>, rows: readonly Row[]): number {
  const longest =
    column.kind === 'text' ? rows.reduce((max, row) => Math.max(max, column.value(row)?.length ?? 0), 0) : 12
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, column.id.length, longest) + 2)
}
