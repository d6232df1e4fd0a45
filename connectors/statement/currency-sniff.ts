import type { Question } from '#core/file-reader.ts'
import type { ColumnRole } from '#core/statement.ts'
import { isCurrency } from '#core/currency.ts'
import { writtenAmount } from './amounts.ts'
import { currencyOf } from './currency-words.ts'
import type { Table } from './table.ts'

export type CurrencyClues = {
  readonly table: Table
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly rows: readonly (readonly string[])[]
  /** Texts above the header. */
  readonly preamble: readonly string[]
  /** Of the account, then of the company; null when not set. */
  readonly settings: readonly (string | null)[]
}

export type CurrencyVerdict = { readonly currency: string | null; readonly question: Question | null }

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD']
const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']
const MONEY: readonly ColumnRole[] = ['amount', 'debit', 'credit', 'amount2']

/** The currency of rows that do not carry their own: from the header, the lines above it, the account, the settings; else a question. */
export function sniffCurrency(clues: CurrencyClues): CurrencyVerdict {
  const { table, roles, rows, preamble, settings } = clues
  const named =
    MONEY.map((role) => table.words[roles.get(role) ?? -1]?.currency ?? null).find((code) => code !== null) ?? null
  const balance = table.words[roles.get('balance') ?? -1]?.currency ?? null
  if (named !== null || balance !== null) return { currency: named ?? balance, question: null }
  const above = preamble.map(currencyIn).find((code) => code !== null) ?? null
  if (above !== null) return { currency: above, question: null }
  const set = settings.find((code) => code !== null && isCurrency(code)) ?? null
  const without = rows.filter((row) => rowCurrency(row, roles) === null)
  if (set !== null || without.length === 0) return { currency: set, question: null }
  const dollars = without.some((row) => MONEY.some((role) => (row[roles.get(role) ?? -1] ?? '').includes('$')))
  const evidence = dollars
    ? 'amounts are written with $, which is the sign of many currencies'
    : 'neither the rows nor the header name a currency; set DAYLIGHT_CURRENCY or answer here'
  return { currency: null, question: { field: 'currency', options: dollars ? DOLLARS : COMMON, evidence } }
}

/** The currency that a row itself carries. An amount equal to the original one is in the original currency. */
export function rowCurrency(row: readonly string[], roles: ReadonlyMap<ColumnRole, number>): string | null {
  const cell = (role: ColumnRole): string => {
    const index = roles.get(role)
    return index === undefined ? '' : (row[index] ?? '')
  }
  const said = currencyOf(cell('currency'))
  if (said !== null) return said
  const amounts = MONEY.map((role) => cell(role)).filter((text) => text !== '')
  const inCell = amounts.map((text) => writtenAmount(text)?.currency ?? null).find((code) => code !== null)
  if (inCell !== undefined) return inCell
  const original = cell('originalAmount')
  if (original === '') return null
  const isEqual = digitsOf(original) === digitsOf(amounts[0] ?? '')
  return isEqual ? currencyOf(cell('originalCurrency')) : null
}

function currencyIn(text: string): string | null {
  const near =
    /(?:currency|ccy|wahrung|währung|devise|divisa|moneda|valuta|munt|waluta|měna|account|konto)[^A-Z€£]{0,12}\b([A-Z]{3})\b/iu.exec(
      text,
    )?.[1]
  const code = near === undefined || near !== near.toUpperCase() ? null : currencyOf(near)
  return (
    code ??
    (/\d\s?€|€\s?\d/.test(text)
      ? 'EUR'
      : /£\s?\d/.test(text)
        ? 'GBP'
        : currencyOf(/\d[.,]\d{2} ([A-Z]{3})$/.exec(text)?.[1] ?? ''))
  )
}

function digitsOf(text: string): string | null {
  return writtenAmount(text)?.body.replace(/\D/g, '') ?? null
}

/** The currency in the name of an account: `Amex EUR`. Capitals only, for `all` and `try` are words. */
export function currencyNamed(account: string | null): string | null {
  return account?.match(/\b[A-Z]{3}\b/g)?.find(isCurrency) ?? null
}
