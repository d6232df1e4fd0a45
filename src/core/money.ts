import { minorDigits } from './currency.ts'

/** An amount in whole minor units of an ISO 4217 currency. */
export type Money = { readonly minor: number; readonly currency: string }

/** `{ minor: 125050, currency: 'EUR' }` -> `1,250.50 EUR`; the same on every machine, whatever its locale. */
export function formatMoney(money: Money): string {
  return `${formatMinor(money.minor, money.currency)} ${money.currency}`
}

/** Minor units as a decimal number with thousands separators: `-1,250.50`. */
export function formatMinor(minor: number, currency: string): string {
  const [whole = '0', fraction] = decimal(Math.abs(minor), currency).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minor < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Minor units as a plain decimal, as CSV cells carry it: `-1250.50`. */
export function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? `${sign}${padded}` : `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}

/** Adds amounts by currency; currencies are never converted or mixed. Keys come out sorted. */
export function sumByCurrency(amounts: Iterable<Money>): Record<string, number> {
  const totals = new Map<string, number>()
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor)
  return Object.fromEntries([...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
