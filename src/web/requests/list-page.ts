import type { ToolRequest } from '#core/request.ts'
import { address } from '../address.ts'
import { requestStateBadge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'

/** Requests, those that wait first. */
export function requestListPage(requests: readonly ToolRequest[]): Html {
  const waiting = requests.filter(({ state }) => state === 'asked').length
  return html`<div class="page-head">
      <div>
        <h1>Requests</h1>
        <p class="lead">${count(waiting, 'request')} waiting for an answer.</p>
      </div>
      <p><a class="button" href="/check">Ask for a tool</a></p>
    </div>
    ${table({
      caption: 'Requests for tools',
      quietCaption: true,
      columns: [
        { head: 'Tool', isRowHead: true },
        { head: 'State' },
        { head: 'Asked by' },
        { head: 'People', align: 'right' },
        { head: 'Asked' },
        { head: 'Needed by' },
      ],
      rows: requests.map(({ id, tool, purpose, state, askedBy, joinedBy, seats, askedAt, neededBy }) => [
        html`<a href="${address.request(id)}">${tool}</a><small class="clip">${purpose}</small>`,
        requestStateBadge(state),
        joinedBy.length === 0 ? askedBy : `${askedBy} and ${count(joinedBy.length, 'other')}`,
        seats,
        day(askedAt),
        neededBy === null ? null : day(neededBy),
      ]),
      empty: 'Nobody asked for a tool yet. Requests come from the Check page.',
    })}`
}
