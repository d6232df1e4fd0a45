import { minorDigits } from '#core/currency.ts'
import type { Money } from '#core/money.ts'
import type { ColumnRole, StatementFormat } from '#core/statement.ts'
import { toMinor, writtenAmount } from './amounts.ts'
import type { WrittenAmount } from './amounts.ts'
import { rowCurrency } from './currency-sniff.ts'
import { currencyOf } from './currency-words.ts'
import { directionOf } from './direction.ts'

export type RowAmount =
  | { readonly ok: true; readonly spent: number | null; readonly currency: string | null }
  | { readonly ok: false; readonly reason: string }

type Cell = (role: ColumnRole) => string

/** `secondCurrency`: of the `amount2` column. */
export type AmountReader = {
  readonly format: StatementFormat
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly secondCurrency: string | null
}

const NO_AMOUNT = { ok: false, reason: 'no amount' } as const

/** The money of one row, > 0 spent; `spent` is null while sign, decimals or a currency that they depend on are open. */
export function readRowAmount(cells: readonly string[], reader: AmountReader): RowAmount {
  const { format, roles } = reader
  const cell: Cell = (role) => cells[roles.get(role) ?? -1] ?? ''
  const isSecond = cell('amount') === '' && cell('amount2') !== ''
  const currency = (isSecond ? reader.secondCurrency : null) ?? rowCurrency(cells, roles) ?? format.currency
  const parts = roles.has('debit')
    ? splitParts(cell, format)
    : singlePart(isSecond ? cell('amount2') : cell('amount'), cell, format)
  if (!parts.ok) return parts
  if (format.decimal === null || parts.parts === null) return { ok: true, spent: null, currency }
  const fee = format.columns.fee === undefined ? null : writtenAmount(cell('fee'))
  let spent = 0
  for (const { written, times } of fee === null ? parts.parts : [...parts.parts, { written: fee, times: 1 as const }]) {
    const digits = digitsFor(currency, written.body)
    if (digits === null) return { ok: true, spent: null, currency }
    const minor = toMinor(written.body, format.decimal, digits)
    if (!minor.ok) return minor
    spent += times * minor.minor
  }
  return { ok: true, spent: spent === 0 ? 0 : spent, currency }
}

/** A second column says what the merchant charged, where that is other money than what was billed. */
export function readOriginal(cells: readonly string[], { format, roles }: AmountReader, billed: Money): Money | null {
  const written = writtenAmount(cells[roles.get('originalAmount') ?? -1] ?? '')
  if (written === null || format.decimal === null) return null
  const currency = currencyOf(cells[roles.get('originalCurrency') ?? -1] ?? '') ?? written.currency
  if (currency === null || currency === billed.currency) return null
  const minor = toMinor(written.body, format.decimal, minorDigits(currency))
  return minor.ok ? { minor: billed.minor < 0 ? -minor.minor : minor.minor, currency } : null
}

type Part = { readonly written: WrittenAmount; readonly times: 1 | -1 }
type Parts =
  | { readonly ok: true; readonly parts: readonly Part[] | null }
  | { readonly ok: false; readonly reason: string }

function splitParts(cell: Cell, format: StatementFormat): Parts {
  const debit = cell('debit')
  const credit = cell('credit')
  if (debit === '' && credit === '') return NO_AMOUNT
  const parts: Part[] = []
  if (debit !== '') {
    const written = writtenAmount(debit)
    if (written === null) return unreadable(debit)
    parts.push({ written, times: written.negative === (format.sign === 'split-signed') ? 1 : -1 })
  }
  if (credit !== '') {
    const written = writtenAmount(credit)
    if (written === null) return unreadable(credit)
    parts.push({ written, times: -1 })
  }
  return { ok: true, parts }
}

function singlePart(text: string, cell: Cell, format: StatementFormat): Parts {
  if (text === '') return NO_AMOUNT
  const written = writtenAmount(text)
  if (written === null) return unreadable(text)
  if (format.sign === null) return { ok: true, parts: null }
  if (written.mark !== null) return { ok: true, parts: [{ written, times: written.mark === 'debit' ? 1 : -1 }] }
  if (format.sign !== 'direction') {
    return { ok: true, parts: [{ written, times: written.negative === (format.sign === 'spend-negative') ? 1 : -1 }] }
  }
  const side = directionOf(cell('direction'))
  if (side === null) return { ok: false, reason: `"${cell('direction').slice(0, 40)}" says neither debit nor credit` }
  return { ok: true, parts: [{ written, times: (side === 'debit') === written.negative ? -1 : 1 }] }
}

function unreadable(text: string): Parts {
  return { ok: false, reason: `"${text.slice(0, 40)}" is no amount` }
}

/** Two decimals are cents in nearly every currency: such amounts can be shown before the currency is known. */
function digitsFor(currency: string | null, body: string): number | null {
  if (currency !== null) return minorDigits(currency)
  return /[.,]\d{2}$/.test(body) ? 2 : null
}
