import { formatMinor } from '#core/money.ts'
import { badge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import type { AppListRow, Preview, StatementRow } from './read-preview.ts'

/** How many rows of each kind, and the first of them. */
export function previewRows(preview: Preview): Html {
  const { count: rows } = preview
  const caption =
    rows > preview.rows.length ? `The first ${preview.rows.length} of ${thousands(rows)} rows` : count(rows, 'row')
  if (preview.kind === 'app-list') {
    return table({
      caption,
      columns: [
        { head: 'Line', align: 'right' },
        { head: 'App', isRowHead: true },
        { head: 'Identifiers' },
        { head: 'People', align: 'right' },
        { head: 'Seen' },
      ],
      rows: preview.rows.map(appRow),
      empty: 'The file holds no app.',
    })
  }
  const kinds = Object.entries(preview.kinds).map(([kind, number]) => html`<li>${thousands(number)} ${kind}</li>`)
  return html`<ul class="counts" aria-label="Rows by kind">
      ${kinds}
    </ul>
    ${table({
      caption,
      columns: [
        { head: 'Line', align: 'right' },
        { head: 'Date' },
        { head: 'As printed', isRowHead: true },
        { head: 'Kind' },
        { head: 'Seen' },
        { head: 'Amount', align: 'right' },
      ],
      rows: preview.rows.map(chargeRow),
      empty: 'The file holds no row.',
    })}`
}

function chargeRow({
  line,
  date,
  descriptor,
  amountMinor,
  currency,
  kind,
  seen,
  person,
}: StatementRow): readonly (Html | string | number | null)[] {
  const amount =
    amountMinor === null
      ? 'to be answered'
      : currency === null
        ? `${amountMinor} (no currency yet)`
        : `${formatMinor(amountMinor, currency)} ${currency}`
  return [
    line,
    date === null ? 'to be answered' : day(date),
    html`${descriptor}${person === null ? '' : html`<small>${person}</small>`}`,
    kind,
    seenBadge(seen),
    amount,
  ]
}

function appRow({
  line,
  app,
  identifiers,
  people,
  assignedCount,
  seen,
}: AppListRow): readonly (Html | string | number | null)[] {
  return [
    line,
    app,
    identifiers.map(({ value }) => html`<code>${value}</code> `),
    people.length > 0 ? people.length : assignedCount,
    seenBadge(seen),
  ].map((cell) => (Array.isArray(cell) ? html`${cell}` : cell))
}

function seenBadge(seen: boolean): Html {
  return seen ? badge('quiet', 'eye', 'Before') : badge('info', 'dot', 'New')
}
