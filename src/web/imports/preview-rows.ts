import { formatMoney } from '#core/money.ts'
import { badge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import type { Cell } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import type { AppListRow, Preview, StatementRow } from './read-preview.ts'

const OPEN = 'to be answered'

/** How many rows of each kind, and the first of them. */
export function previewRows(preview: Preview): Html {
  const { count: rows } = preview
  const shown = preview.rows.length
  const caption = rows > shown ? `The first ${shown} of ${thousands(rows)} rows` : count(rows, 'row')
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
  return html`<ul class="counts" aria-label="Rows by kind">
      ${Object.entries(preview.kinds).map(([kind, number]) => html`<li>${kindCount(kind, number)}</li>`)}
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

// These say how a charge stands; the other kinds are things and take a plural.
const STATES = new Set(['declined', 'pending', 'income'])

function kindCount(kind: string, number: number): string {
  return STATES.has(kind) ? `${thousands(number)} ${kind}` : count(number, kind)
}

function chargeRow(row: StatementRow): readonly Cell[] {
  const { line, date, descriptor, kind, seen, person } = row
  return [
    line,
    date === null ? OPEN : day(date),
    html`${descriptor}${person === null ? '' : html`<small>${person}</small>`}`,
    kind,
    seenBadge(seen),
    amountCell(row),
  ]
}

function amountCell({ amountMinor, currency }: StatementRow): Cell {
  if (amountMinor === null) return OPEN
  if (currency !== null) return formatMoney({ minor: amountMinor, currency })
  return html`${thousands(amountMinor)}<small>in the smallest unit; which currency is open</small>`
}

function appRow({ line, app, identifiers, people, assignedCount, seen }: AppListRow): readonly Cell[] {
  return [
    line,
    app,
    identifiers.length === 0 ? null : html`${identifiers.map(({ value }) => html`<code>${value}</code> `)}`,
    people.length > 0 ? people.length : assignedCount,
    seenBadge(seen),
  ]
}

function seenBadge(seen: boolean): Html {
  return seen ? badge('quiet', 'eye', 'Before') : badge('info', 'dot', 'New')
}
