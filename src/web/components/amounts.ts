import type { Totals } from '#core/app.ts'
import { formatMoney } from '#core/money.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Amounts by currency, one a line: they are never added up. `first` is the company's own currency. Null without any. */
export function amounts(totals: Totals, first: string | null): Html | null {
  const currencies = Object.keys(totals).toSorted(
    (a, b) => Number(b === first) - Number(a === first) || (totals[b] ?? 0) - (totals[a] ?? 0),
  )
  if (currencies.length === 0) return null
  return html`<span class="amounts"
    >${currencies.map((currency) => html`<span>${formatMoney({ minor: totals[currency] ?? 0, currency })}</span>`)}</span
  >`
}
