import { styleText } from 'node:util'
import { formatMoney } from '#core/money.ts'
import type { Column } from './column.ts'
import { cutToWidth, displayWidth } from './display-width.ts'
import { plainText } from './plain-text.ts'

export type TableOptions = {
  /** Columns of the terminal; `Infinity` cuts nothing. */
  readonly width: number
  readonly colour: boolean
}

const GAP = '  '
const MIN_TEXT_WIDTH = 8

/**
 * Rows as a plain text table for a terminal. Text is shortened to fit, numbers and dates never; columns for which there
 * is no room are left out, from the last, and named below. Nothing in a cell can move the cursor or hide text.
 */
export function toTable<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>, options: TableOptions): string {
  const texts = [...rows].map((row) => columns.map((column) => cellOf(column, row)))
  const all = columns.map((column, at) => ({
    id: column.id,
    at,
    right: column.kind === 'number' || column.kind === 'money',
    natural: texts.reduce((most, cells) => Math.max(most, displayWidth(cells[at] ?? '')), displayWidth(column.id)),
    least: column.kind === 'text' ? MIN_TEXT_WIDTH : Infinity,
  }))
  const shown = fitting(all, options.width)
  const widths = shrink(shown, options.width)
  const line = (cells: readonly string[]): string =>
    shown
      .map(({ at, right }, index) => aligned(cells[at] ?? '', widths[index] ?? 0, right))
      .join(GAP)
      .trimEnd()
  const header = line(columns.map(({ id }) => id))
  const left = all.slice(shown.length).map(({ id }) => id)
  const note = left.length === 0 ? [] : [`no room for: ${left.join(', ')} (csv and json have them)`]
  const title = options.colour ? styleText('bold', header, { validateStream: false }) : header
  return [title, ...texts.map(line), ...note, ''].join('\n')
}

type Fitted = { readonly natural: number; readonly least: number }

/** As many columns as fit at their least width, from the first; always one. */
function fitting<T extends Fitted>(columns: readonly T[], width: number): readonly T[] {
  let used = -GAP.length
  const count = columns.findIndex((column) => {
    used += GAP.length + Math.min(column.natural, column.least)
    return used > width
  })
  return count < 0 ? columns : columns.slice(0, Math.max(1, count))
}

/** Takes from the widest text column until the line fits. */
function shrink(columns: readonly Fitted[], width: number): readonly number[] {
  const widths = columns.map(({ natural }) => natural)
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1) - width
  while (excess > 0) {
    const room = columns.map(({ least }, at) => ((widths[at] ?? 0) > least ? (widths[at] ?? 0) : 0))
    const widest = Math.max(...room)
    if (widest === 0) break
    const at = room.indexOf(widest)
    const second = Math.max(columns[at]?.least ?? 0, ...room.filter((_, other) => other !== at))
    const step = Math.min(excess, Math.max(1, widest - second))
    widths[at] = widest - step
    excess -= step
  }
  return widths
}

function aligned(text: string, width: number, right: boolean): string {
  const cut = cutToWidth(text, width)
  const padding = ' '.repeat(Math.max(0, width - displayWidth(cut)))
  return right ? padding + cut : cut + padding
}

function cellOf<Row>(column: Column<Row>, row: Row): string {
  switch (column.kind) {
    case 'text':
      return plainText(column.value(row) ?? '')
    case 'number':
      return String(column.value(row) ?? '')
    case 'money': {
      const money = column.value(row)
      return money === null ? '' : formatMoney(money)
    }
    case 'date':
      return plainText(column.value(row) ?? '').slice(0, 10)
    default:
      return column satisfies never
  }
}
