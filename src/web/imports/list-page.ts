import type { ImportRecord } from '#core/store.ts'
import { notice } from '../components/notice.ts'
import { table } from '../components/table.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import { uploadForm } from './upload-form.ts'

export type ImportList = {
  readonly imports: readonly ImportRecord[]
  /** The import that was just done, with what to say of it. */
  readonly done: { readonly record: ImportRecord; readonly again: boolean } | null
}

export function importListPage({ imports, done }: ImportList): Html {
  return html`<h1>Imports</h1>
    <p class="lead">
      Statements and app lists. Every row ends somewhere: added, seen before, or rejected with a reason.
    </p>
    ${done === null ? '' : doneNotice(done)}
    <section class="panel" aria-labelledby="upload">
      <h2 id="upload">Upload a file</h2>
      ${uploadForm()}
    </section>
    ${table({
      caption: 'Imported files',
      columns: [
        { head: 'File', isRowHead: true },
        { head: 'Kind' },
        { head: 'Account' },
        { head: 'Imported' },
        { head: 'Rows', align: 'right' },
        { head: 'Added', align: 'right' },
        { head: 'Seen before', align: 'right' },
        { head: 'Rejected', align: 'right' },
      ],
      rows: imports.map(({ file, hash, as, account, importedAt, rows, added, seen, rejected }) => [
        html`<span id="import-${hash.slice(0, 16)}">${file}</span
          ><small><code title="SHA-256 of the file">${hash.slice(0, 12)}</code></small>`,
        as === 'statement' ? 'Statement' : 'App list',
        account,
        moment(importedAt),
        thousands(rows),
        thousands(added),
        thousands(seen),
        rejected.length === 0 ? '0' : rejectedCell(rejected),
      ]),
      empty: 'Nothing was imported yet.',
    })}`
}

const REJECTED_SHOWN = 50

function rejectedCell(rejected: ImportRecord['rejected']): Html {
  return html`<details>
    <summary>${thousands(rejected.length)}</summary>
    <ul class="gaps">
      ${rejected.slice(0, REJECTED_SHOWN).map(({ subject, reason }) => html`<li><strong>${subject}</strong>: ${reason}</li>`)}
    </ul>
  </details>`
}

function doneNotice({ record, again }: NonNullable<ImportList['done']>): Html {
  const { file, added, seen, rejected } = record
  if (again)
    return notice('info', `${file} was imported before, on ${record.importedAt.slice(0, 10)}. Nothing changed.`)
  return notice(
    'good',
    `${file}: ${count(added, 'row')} added, ${thousands(seen)} seen before, ${thousands(rejected.length)} rejected.`,
  )
}
