import { formatMoney } from '#core/money.ts'
import { amounts } from '../components/amounts.ts'
import { facts } from '../components/facts.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'
import type { AppDetail } from './read.ts'

const SHOWN = 100

/** What it costs, with the arithmetic and the charges it rests on. */
export function spendPanel({ app, evidence, currency }: AppDetail): Html {
  const { statement } = app
  if (statement === null) {
    return html`<section class="panel" aria-labelledby="spend">
      <h2 id="spend">What it costs</h2>
      <p class="none">No charge was seen. It may be free, on an invoice, or on an account that was not uploaded.</p>
    </section>`
  }
  const charges = evidence.charges.toSorted((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : a.key < b.key ? -1 : 1,
  )
  return html`<section class="panel" aria-labelledby="spend">
    <h2 id="spend">What it costs</h2>
    ${facts([
      ['A year', amounts(statement.annualMinor, currency)],
      [
        'How that is worked out',
        html`<ul>
          ${statement.annualArithmetic.map((line) => html`<li>${line}</li>`)}
        </ul>`,
      ],
      [
        'All that was seen',
        html`${amounts(statement.spendMinor, currency) ?? 'nothing'} in ${count(statement.charges, 'charge')}`,
      ],
      ['Charged', statement.cadence],
    ])}
    <details>
      <summary>${count(charges.length, 'charge')} one by one</summary>
      ${table({
        caption: 'Charges, the newest first',
        quietCaption: true,
        columns: [
          { head: 'Date' },
          { head: 'As printed', isRowHead: true },
          { head: 'Kind' },
          { head: 'Account' },
          { head: 'Who' },
          { head: 'Amount', align: 'right' },
        ],
        rows: charges
          .slice(0, SHOWN)
          .map((charge) => [
            day(charge.date),
            html`${charge.descriptor}${charge.intermediary === null ? '' : html`<small>billed by ${charge.intermediary}</small>`}`,
            charge.chargeKind,
            charge.account,
            charge.person ?? charge.department,
            formatMoney(charge.amount),
          ]),
        empty: 'No charge is recorded.',
      })}
      ${charges.length > SHOWN ? html`<p class="hint">The newest ${SHOWN}.</p>` : ''}
    </details>
  </section>`
}
