import type { InventoryEntry } from '#core/inventory.ts'
import { formatMoney } from '#core/money.ts'
import { address } from '../address.ts'
import { standingBadge } from '../components/badge.ts'
import { downloads } from '../components/downloads.ts'
import { icon } from '../components/icon.ts'
import { notice } from '../components/notice.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'
import { entryForm } from './entry-form.ts'

export type InventoryList = {
  readonly entries: readonly InventoryEntry[]
  /** The app that each entry is about, by entry id, where one was found. */
  readonly apps: ReadonlyMap<string, { readonly id: string; readonly users: number }>
  readonly sample: boolean
}

export function inventoryListPage({ entries, apps, sample }: InventoryList): Html {
  return html`<div class="page-head">
      <div>
        <h1>Inventory</h1>
        <p class="lead">
          ${count(entries.length, 'tool')} that the company decided on. What is in use and not here is unlisted, which
          is not the same as forbidden.
        </p>
      </div>
      ${downloads('inventory', {})}
    </div>
    ${table({
      caption: 'Inventory',
      quietCaption: true,
      columns: [
        { head: 'Tool', isRowHead: true },
        { head: 'Status' },
        { head: 'Owner' },
        { head: 'In use by', align: 'right' },
        { head: 'Seats', align: 'right' },
        { head: 'A month', align: 'right' },
        { head: 'Renewal' },
      ],
      rows: entries.map((entry) => {
        const app = apps.get(entry.id)
        return [
          html`<a href="${address.entry(entry.id)}">${entry.tool}</a
            >${entry.vendor === null ? '' : html`<small>${entry.vendor}</small>`}`,
          standingBadge(entry.status),
          entry.owner,
          app === undefined
            ? 'not seen'
            : html`<a href="${address.app(app.id)}">${count(app.users, 'person', 'people')}</a>`,
          entry.seats,
          entry.monthlyCost === null ? null : formatMoney(entry.monthlyCost),
          entry.renewal === null ? null : day(entry.renewal),
        ]
      }),
      empty: 'The inventory is empty. Upload a CSV or add the first tool below.',
    })}
    <div class="columns">
      <section class="panel main-panel" aria-labelledby="add">
        <h2 id="add">Add a tool</h2>
        ${entryForm({ action: '/inventory', version: 0, fields: { status: 'approved' }, problems: {}, submit: 'Add' })}
      </section>
      <div class="side">${uploadPanel(sample)}</div>
    </div>`
}

function uploadPanel(sample: boolean): Html {
  return html`<section class="panel" aria-labelledby="upload">
    <h2 id="upload">Upload a CSV</h2>
    <p>
      Columns for the tool and its status are needed; other headers, such as “Business owner” or “Contract end”, are
      recognised. Tools that are not in the file stay as they are.
    </p>
    ${sample ? notice('info', 'Your own inventory replaces the sample company.') : ''}
    <form method="post" action="/inventory/upload" enctype="multipart/form-data">
      <div class="field">
        <label for="field-inventory">File <span class="needed">(needed)</span></label>
        <input id="field-inventory" type="file" name="file" accept=".csv,text/csv" required />
      </div>
      <button type="submit">${icon('upload')}Upload</button>
    </form>
  </section>`
}
