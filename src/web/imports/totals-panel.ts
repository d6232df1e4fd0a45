import { formatMoney } from '#core/money.ts'
import type { ImportPreview } from '#shapes/import-preview.ts'
import { badge } from '../components/badge.ts'
import { facts } from '../components/facts.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** What the rows add up to, beside what the statement says of itself: it closes to the cent, or it says that it does not. */
export function totalsPanel(totals: ImportPreview['totals']): Html {
  const entries = Object.entries(totals)
  return html`<section class="panel" aria-labelledby="totals">
    <h2 id="totals">Totals</h2>
    ${entries.length === 0 ? html`<p class="none">Nothing to add up.</p>` : entries.map(([currency, total]) => one(currency, total))}
  </section>`
}

function one(currency: string, { statementMinor, accountedMinor }: ImportPreview['totals'][string]): Html {
  const money = (minor: number | null): string | null => (minor === null ? null : formatMoney({ minor, currency }))
  return facts([
    ['The rows add up to', money(accountedMinor) ?? 'to be answered'],
    ['Your statement says', money(statementMinor) ?? 'nothing'],
    ...(statementMinor === null || accountedMinor === null
      ? []
      : [['So', verdict(statementMinor - accountedMinor, currency)] as const]),
  ])
}

function verdict(difference: number, currency: string): Html {
  if (difference === 0) return badge('good', 'check', 'They agree to the cent')
  return badge('bad', 'warning', `They differ by ${formatMoney({ minor: difference, currency })}`)
}
