import type { ShortlistGroup } from '#core/shortlist/shortlist.ts'
import { formatMoney } from '#core/money.ts'
import { downloads } from '../components/downloads.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'
import { groupPanel } from './group-panel.ts'

/** Tools that do the same job, the largest possible saving first. `asOf` is when the facts were worked out. */
export function shortlistPage(groups: readonly ShortlistGroup[], asOf: string | null): Html {
  return html`<div class="page-head">
      <div>
        <h1>Shortlist</h1>
        <p class="lead">
          ${
            groups.length === 0
              ? 'No two tools that do the same job were found.'
              : html`${count(groups.length, 'job')} that several tools do. ${together(groups)}`
          }
        </p>
        ${asOf === null ? '' : html`<p class="hint">As of ${moment(asOf)}. No tool is counted in two savings; nothing is converted.</p>`}
      </div>
      ${groups.length === 0 ? '' : downloads('shortlist', {})}
    </div>
    ${groups.map(groupPanel)}`
}

function together(groups: readonly ShortlistGroup[]): string {
  const byCurrency = Map.groupBy(groups, ({ currency }) => currency)
  const ranges = [...byCurrency].map(([currency, members]) => {
    const sum = (end: 'low' | 'high'): string =>
      formatMoney({ minor: members.reduce((total, { savingMinor }) => total + savingMinor[end], 0), currency })
    return `${sum('low')} to ${sum('high')}`
  })
  return `Ending the second ones would save ${ranges.join(' and ')} a year.`
}
