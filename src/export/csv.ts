import { stringify } from 'csv-stringify/sync'
import { decimal } from '#core/money.ts'
import type { Column } from './column.ts'
import { guardFormula } from './formula-guard.ts'

// A date that is none is text like any other, and guarded as such.
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

/**
 * Rows as CSV with a header of column ids and LF line ends. Text is guarded against being evaluated by its column, not
 * its look, so numbers and amounts stay numbers. With `bom`, Excel on Windows reads the text as UTF-8.
 */
export function toCsv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  options: { readonly bom?: boolean } = {},
): string {
  const header = columns.map(({ id }) => id)
  const cells = [...rows].map((row) => columns.map((column) => cellOf(column, row)))
  return stringify([header, ...cells], { bom: options.bom ?? false })
}

function cellOf<Row>(column: Column<Row>, row: Row): string {
  switch (column.kind) {
    case 'text':
      return guardFormula(column.value(row)?.toWellFormed() ?? '')
    case 'number': {
      const value = column.value(row)
      if (value !== null && !Number.isFinite(value)) throw new Error(`column ${column.id} has the number ${value}`)
      return value === null ? '' : String(value)
    }
    case 'money': {
      const money = column.value(row)
      return money === null ? '' : decimal(money.minor, money.currency)
    }
    case 'date': {
      const date = column.value(row) ?? ''
      return ISO_TIME.test(date) ? date : guardFormula(date)
    }
    default:
      return column satisfies never
  }
}
