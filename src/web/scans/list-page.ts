import type { ScanRecord } from '#core/store.ts'
import { address } from '../address.ts'
import { badge, readStatusBadge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count } from '../wording.ts'

/** All scans, the newest first. `running` is the id of the one that is carried out now. */
export function scanListPage(scans: readonly ScanRecord[], running: string | null): Html {
  return html`<div class="page-head">
      <div>
        <h1>Scans</h1>
        <p class="lead">Each reads every configured source, and says what it could not see.</p>
      </div>
      <form method="post" action="/scans"><button type="submit" class="primary">Start a scan</button></form>
    </div>
    ${table({
      caption: 'Scans',
      quietCaption: true,
      columns: [
        { head: 'Started', isRowHead: true },
        { head: 'Outcome' },
        { head: 'Sources' },
        { head: 'Apps', align: 'right' },
        { head: 'Opened', align: 'right' },
        { head: 'Resolved', align: 'right' },
      ],
      rows: scans.map((scan) => [
        html`<a href="${address.scan(scan.id)}">${moment(scan.startedAt)}</a>`,
        scanBadge(scan, running),
        scan.sources.length === 0 ? null : scan.sources.map(({ source }) => SOURCE_NAMES[source]).join(', '),
        scan.apps,
        scan.findings.opened,
        scan.findings.resolved,
      ]),
      empty: 'No scan ran yet.',
    })}
    ${scans.length === 0 ? '' : html`<p class="hint">${count(scans.length, 'scan')}</p>`}`
}

/** A scan that is stored as running and that nobody carries out any more was interrupted. */
export function scanBadge({ id, status }: ScanRecord, running: string | null): Html {
  return status === 'running' && id !== running ? badge('warn', 'warning', 'Interrupted') : readStatusBadge(status)
}
