import { address } from '../address.ts'
import { severityBadge } from '../components/badge.ts'
import { icon } from '../components/icon.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import type { NeedsYouItem, Overview } from './read.ts'

/** What a person should look at first, each with its one next step. */
export function needsYouList({ needsYou, otherOpen }: Pick<Overview, 'needsYou' | 'otherOpen'>): Html {
  const more =
    otherOpen === 0
      ? ''
      : html`<p class="more">
          <a href="/findings?status=open">${thousands(otherOpen)} more open findings</a> are listed and can wait.
        </p>`
  if (needsYou.length === 0) {
    return html`<h2 id="needs-you">Needs you</h2>
      <p class="none">${icon('check')} Nothing needs you now.</p>
      ${more}`
  }
  return html`<h2 id="needs-you">Needs you <span class="tally">${needsYou.length}</span></h2>
    <ol class="needs-you">
      ${needsYou.map(item)}
    </ol>
    ${more}`
}

function item({ finding, app, reasons }: NeedsYouItem): Html {
  const people = finding.people === 0 ? '' : html`<span>${count(finding.people, 'person', 'people')}</span>`
  const tool = app === null ? '' : html`<a href="${address.app(finding.app ?? '')}">${app}</a>`
  return html`<li>
    ${severityBadge(finding.severity)}
    <div>
      <h3><a href="${address.finding(finding.id)}">${finding.title}</a></h3>
      <p class="next-step clip"><span class="unseen">Next step: </span>${finding.nextStep}</p>
      <p class="meta" title="${reasons.join('; ')}">${tool}${people}<span>since ${day(finding.since)}</span></p>
    </div>
  </li>`
}
