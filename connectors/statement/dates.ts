import type { DateOrder } from '#core/statement.ts'
import { fold } from './fold.ts'

/** A date as written: `fixed` needs no order to be read, `numeric` does, `serial` counts days from 1899-12-30. */
export type WrittenDate =
  | { readonly kind: 'fixed'; readonly date: string; readonly named: 'DMY' | 'MDY' | 'YMD' }
  | {
      readonly kind: 'numeric'
      readonly parts: readonly [number, number, number]
      readonly separator: string
      readonly longYear: boolean
    }
  | { readonly kind: 'serial'; readonly days: number }

const YEAR_FIRST = /^'?(\d{4})([-/.年])\s?(\d{1,2})[-/.月]\s?(\d{1,2})[日.]?(?:[T ,].*)?$/
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:T?\d{4,6}.*|[T ].*)?$/
const NUMERIC = /^'?(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?:[T ,/]+\d{1,2}[:.h]\d{2}.*)?$/
const DAY_MONTH =
  /^(?:\p{L}+\.?,? )?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[-/ .]{0,2}(?:de )?(\p{L}{3,12})\.?[-/ ,.]{0,2}(?:de )?'?(\d{4}|\d{2})(?:[T ,]+.*)?$/u
const MONTH_DAY =
  /^(?:\p{L}+\.?,? )?(\p{L}{3,12})\.?[- .]{0,2}(\d{1,2})(?:st|nd|rd|th)?[-, ]{1,2}(\d{4}|\d{2})(?:[T ,]+.*)?$/u
const MONTH_DAY_TIME = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) \d{1,2}:\d{2}:\d{2} .*?(\d{4})\b.*$/u
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/

// Beginnings of month names in English, German, French, Spanish, Italian, Dutch, Portuguese, the Nordic languages, Polish and Czech.
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'sty', 'led', 'tam'],
  ['feb', 'fev', 'fevr', 'lut', 'uno', 'hel'],
  ['mar', 'mrz', 'maa', 'mrt', 'mär', 'bre'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'huh'],
  ['may', 'mai', 'mei', 'maj', 'mag', 'kve', 'tou'],
  ['jun', 'juin', 'giu', 'cze', 'kes'],
  ['jul', 'juil', 'lug', 'lip', 'cvc', 'hei'],
  ['aug', 'aou', 'ago', 'sie', 'srp', 'elo'],
  ['sep', 'set', 'wrz', 'zar', 'syy'],
  ['oct', 'okt', 'out', 'ott', 'paz', 'rij', 'lok'],
  ['nov', 'lis', 'mar.'],
  ['dec', 'dez', 'dic', 'gru', 'pro', 'des', 'jou'],
]
const MONTH_BY_START: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((starts, index) => starts.map((start) => [start, index + 1] as const)),
)

/** Reads what is written in a cell as a date; null when it is none. Times and zones are passed over. */
export function writtenDate(text: string): WrittenDate | null {
  const cell = text.trim()
  const first = cell.charCodeAt(0)
  if (cell.length < 5 || cell.length > 48) return null
  // A digit, an apostrophe (as spreadsheets put before text) or a letter.
  if (first < 0x27 || (first > 0x39 && first < 0x41)) return null
  const yearFirst = YEAR_FIRST.exec(cell) ?? COMPACT.exec(cell)
  if (yearFirst !== null) {
    const groups = yearFirst.length === 5 ? [yearFirst[1], yearFirst[3], yearFirst[4]] : yearFirst.slice(1, 4)
    return fixed(groups[0], Number(groups[1]), groups[2], 'YMD')
  }
  const numeric = NUMERIC.exec(cell)
  if (numeric !== null) {
    const [, a = '', separator = '', b = '', c = ''] = numeric
    return { kind: 'numeric', parts: [Number(a), Number(b), Number(c)], separator, longYear: c.length === 4 }
  }
  const serial = SERIAL.exec(cell)
  if (serial !== null) return { kind: 'serial', days: Number(serial[1]) }
  return namedMonth(cell)
}

/** The ISO date of a cell read in the given order; null when it is no date in that order. */
export function parseDate(text: string, order: DateOrder): string | null {
  const written = writtenDate(text)
  return written === null ? null : dateIn(written, order)
}

/** The ISO date of a written date in the given order; null when the calendar does not have it. */
export function dateIn(written: WrittenDate, order: DateOrder): string | null {
  switch (written.kind) {
    case 'fixed':
      return written.date
    case 'serial':
      return order === 'serial' ? fromSerial(written.days) : null
    case 'numeric':
      return fromParts(written.parts, written.longYear, order)
    default:
      return written satisfies never
  }
}

function fromParts([a, b, c]: readonly [number, number, number], longYear: boolean, order: DateOrder): string | null {
  switch (order) {
    case 'MDY':
      return isoDate(fullYear(c), a, b)
    case 'DMY':
      return isoDate(fullYear(c), b, a)
    case 'YMD':
      return longYear ? null : isoDate(fullYear(a), b, c)
    case 'serial':
      return null
    default:
      return order satisfies never
  }
}

function namedMonth(cell: string): WrittenDate | null {
  const dayFirst = DAY_MONTH.exec(cell)
  const dayFirstMonth = monthOf(dayFirst?.[2])
  if (dayFirst !== null && dayFirstMonth !== null) return fixed(dayFirst[3], dayFirstMonth, dayFirst[1], 'DMY')
  const monthFirst = MONTH_DAY.exec(cell) ?? MONTH_DAY_TIME.exec(cell)
  const month = monthOf(monthFirst?.[1])
  return monthFirst === null || month === null ? null : fixed(monthFirst[3], month, monthFirst[2], 'MDY')
}

function fixed(
  year: string | undefined,
  month: number,
  day: string | undefined,
  named: 'DMY' | 'MDY' | 'YMD',
): WrittenDate | null {
  const date = isoDate(fullYear(Number(year)), month, Number(day))
  return date === null ? null : { kind: 'fixed', date, named }
}

function monthOf(name: string | undefined): number | null {
  if (name === undefined) return null
  const folded = fold(name)
  return MONTH_BY_START.get(folded.slice(0, 4)) ?? MONTH_BY_START.get(folded.slice(0, 3)) ?? null
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 80 ? 2000 + year : 1900 + year
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1970 || year > 2199) return null
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const DAY_MS = 86_400_000

function fromSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10)
}
