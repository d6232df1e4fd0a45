import { writtenAmount } from './amounts.ts'
import { currencyOf } from './currency-words.ts'
import { writtenDate } from './dates.ts'
import { directionOf } from './direction.ts'

/** What the cells of one column look like, counted over the rows looked at. */
export type ColumnProfile = {
  readonly index: number
  readonly rows: number
  readonly filled: number
  readonly dates: number
  readonly serials: number
  readonly amounts: number
  /** Amounts written with decimals: whole numbers may be anything. */
  readonly decimals: number
  readonly negatives: number
  readonly currencies: number
  readonly directions: number
  readonly mccs: number
  /** Cells with a word of three letters or more. */
  readonly wordy: number
  readonly characters: number
  /** Different texts, counted up to 200. */
  readonly distinct: number
}

const MOST_DISTINCT = 200
const ENOUGH = 0.3

/** Profiles the first `width` columns of the rows. */
export function profileColumns(rows: readonly (readonly string[])[], width: number): readonly ColumnProfile[] {
  return Array.from({ length: width }, (_, index) => profileColumn(rows, index))
}

function profileColumn(rows: readonly (readonly string[])[], index: number): ColumnProfile {
  const count = {
    filled: 0,
    dates: 0,
    serials: 0,
    amounts: 0,
    decimals: 0,
    negatives: 0,
    currencies: 0,
    directions: 0,
    mccs: 0,
    wordy: 0,
    characters: 0,
  }
  const distinct = new Set<string>()
  for (const row of rows) {
    const cell = row[index] ?? ''
    if (cell === '') continue
    count.filled++
    count.characters += cell.length
    if (distinct.size < MOST_DISTINCT) distinct.add(cell)
    const date = writtenDate(cell)
    if (date !== null) count[date.kind === 'serial' ? 'serials' : 'dates']++
    const amount = writtenAmount(cell)
    if (amount !== null) {
      count.amounts++
      if (/[.,]\d{1,4}$/.test(amount.body)) count.decimals++
      if (amount.negative) count.negatives++
    }
    if (currencyOf(cell) !== null) count.currencies++
    if (directionOf(cell) !== null) count.directions++
    if (/^\d{3,4}$|^0$/.test(cell)) count.mccs++
    if (/\p{L}{3}/u.test(cell) && date === null && amount === null) count.wordy++
  }
  return { index, rows: rows.length, ...count, distinct: distinct.size }
}

/** True when enough of the filled cells are such to bear a header out; broken rows and a column without content do not contradict it. */
export function bearsOut(part: number, profile: ColumnProfile): boolean {
  return profile.filled === 0 || part >= ENOUGH * profile.filled
}
