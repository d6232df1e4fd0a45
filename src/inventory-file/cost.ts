import { isCurrency, minorDigits } from '#core/currency.ts'
import type { Money } from '#core/money.ts'

/** What else says which currency an amount is in, strongest first: its row, its header, the settings. */
export type CurrencyHints = {
  readonly row: string | null
  readonly header: string | null
  readonly settings: string | null
}

export type Cost = { readonly money: Money } | { readonly reason: string }

// Symbols that several countries share stand for the first unless something says another.
const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₩': ['KRW'],
  zł: ['PLN'],
  kr: ['SEK', 'NOK', 'DKK'],
  Fr: ['CHF'],
  Kč: ['CZK'],
}
const SHARED = new Set(['¥', 'kr'])

/** Reads an amount exactly, in minor units; no float takes part. */
export function parseCost(text: string, hints: CurrencyHints): Cost {
  const bare = text.replace(
    /\s*(?:\/|per|pro|par|a)\s*(?:month|mo|monat|mois|year|yr|jahr|annum|an|quarter)\.?\s*$/i,
    '',
  )
  const parts = /^\s*([^\d\s.,'’-]*)\s*(-?)\s*([^\d\s.,'’-]*)\s*([\d][\d\s.,'’]*?)\s*([^\d\s.,'’]*)\s*$/u.exec(bare)
  if (!parts) return { reason: `“${text}” is no amount` }
  const [, before = '', sign = '', between = '', digits = '', after = ''] = parts
  const marks = [before, between, after].filter((mark) => mark !== '')
  if (marks.length > 1) return { reason: `“${text}” is no amount` }
  const currency = currencyOf(marks[0] ?? null, hints)
  if ('reason' in currency) return { reason: `“${text}” ${currency.reason}` }
  const minor = minorOf(digits.replaceAll(/[\s'’]/g, ''), minorDigits(currency.code))
  if (minor === null) return { reason: `“${text}” is no amount that ${currency.code} can have` }
  return { money: { minor: sign === '-' && minor !== 0 ? -minor : minor, currency: currency.code } }
}

/** A twelfth (or a third) of an amount in whole minor units, and whether the division left a rest. */
export function perMonth(money: Money, months: number): { readonly money: Money; readonly exact: boolean } {
  const minor = Math.round(money.minor / months)
  return { money: { minor, currency: money.currency }, exact: minor * months === money.minor }
}

/** An ISO 4217 code in any case, or a symbol that means one currency; else null. */
export function currencyCode(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (isCurrency(code)) return code
  const symbol = SYMBOLS[text.trim()]
  return symbol?.length === 1 ? (symbol[0] ?? null) : null
}

function currencyOf(mark: string | null, hints: CurrencyHints): { code: string } | { reason: string } {
  const said = hints.row ?? hints.header
  const fallback = said ?? hints.settings
  if (mark === null) {
    return fallback === null
      ? { reason: 'has no currency; add a column "currency", or set DAYLIGHT_CURRENCY' }
      : { code: fallback }
  }
  const options = isCurrency(mark.toUpperCase()) ? [mark.toUpperCase()] : SYMBOLS[mark]
  if (options === undefined) return { reason: `is in “${mark}”, which is no currency` }
  if (said !== null && !options.includes(said)) return { reason: `is in ${mark}, and the row or header says ${said}` }
  const meant = options.find((option) => option === fallback)
  if (meant !== undefined) return { code: meant }
  const [first] = options
  if (first === undefined || SHARED.has(mark))
    return { reason: `may be in ${options.join(' or ')}; add a column "currency"` }
  return { code: first }
}

/** Whole minor units of an amount as people write it: `1,250.50`, `1.250,50`, `1250`. Null when it has none. */
function minorOf(digits: string, minor: number): number | null {
  const separator = decimalSeparator(digits, minor)
  const [whole = '', fraction = ''] = separator === null ? [digits] : splitAtLast(digits, separator)
  const grouping = /[.,]/.test(whole)
  if (grouping && !/^\d{1,3}(?:([.,])\d{2,3})(?:\1\d{2,3})*$/.test(whole)) return null
  if (grouping && !/[.,]\d{3}$/.test(whole)) return null
  const plain = fraction.replace(/0+$/, '')
  if (/[.,]/.test(fraction) || plain.length > minor) return null
  const value = Number(`${whole.replaceAll(/[.,]/g, '')}${plain.padEnd(minor, '0')}`)
  return Number.isSafeInteger(value) ? value : null
}

function decimalSeparator(digits: string, minor: number): '.' | ',' | null {
  const [dot, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')]
  if (dot < 0 && comma < 0) return null
  const last = dot > comma ? '.' : ','
  if (dot >= 0 && comma >= 0) return last
  const times = digits.split(last).length - 1
  if (times > 1) return null
  const behind = digits.length - digits.lastIndexOf(last) - 1
  // `1,250` and `1.250` are thousands, except that a point before three decimals is one in currencies that have three.
  return behind === 3 && !(minor >= 3 && last === '.') ? null : last
}

function splitAtLast(digits: string, separator: string): [string, string] {
  const at = digits.lastIndexOf(separator)
  return [digits.slice(0, at), digits.slice(at + 1)]
}
