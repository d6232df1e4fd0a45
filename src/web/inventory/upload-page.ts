import { table } from '../components/table.ts'
import { notice } from '../components/notice.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { InventoryChange } from '#jobs/import-inventory.ts'
import type { InventoryFile } from '#src/inventory-file/read.ts'
import { count } from '../wording.ts'

const PROBLEMS_SHOWN = 200

/** What an uploaded inventory changed, and what of it was not understood. */
export function inventoryUploadPage(file: string, read: InventoryFile, change: InventoryChange): Html {
  const { understood, keptAsNotes, problems } = read
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/inventory">Inventory</a></nav>
    <h1>${file}</h1>
    ${notice('good', `${count(change.added, 'tool')} added, ${change.changed} changed, ${change.unchanged} as they were.`)}
    <section class="panel" aria-labelledby="columns">
      <h2 id="columns">How it was read</h2>
      ${table({
        caption: 'Columns of the file',
        quietCaption: true,
        columns: [{ head: 'Header', isRowHead: true }, { head: 'Read as' }],
        rows: [...Object.entries(understood), ...keptAsNotes.map((header) => [header, 'kept in the notes'] as const)],
        empty: 'No column was understood.',
      })}
    </section>
    ${
      problems.length === 0
        ? ''
        : html`<section class="panel" aria-labelledby="problems">
            <h2 id="problems">What was not understood</h2>
            ${table({
              caption: 'Lines that were not understood',
              quietCaption: true,
              columns: [
                { head: 'Line', align: 'right' },
                { head: 'Why', isRowHead: true },
              ],
              rows: problems.slice(0, PROBLEMS_SHOWN).map(({ line, reason }) => [line, reason]),
              empty: '',
            })}
          </section>`
    }
    <p><a class="button" href="/inventory">To the inventory</a></p>`
}
