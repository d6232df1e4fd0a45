import { address } from '../address.ts'
import { severityBadge } from '../components/badge.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import type { News } from './read.ts'

const SHOWN = 5

/** What is new since the last scan began. */
export function newsPanel(news: News | null): Html {
  if (news === null) return html``
  const { isFirst, opened, resolved, newApps } = news
  if (isFirst) return firstScan(opened.length)
  const apps = newApps.slice(0, SHOWN).map(({ id, name }) => html`<a href="${address.app(id)}">${name}</a>`)
  const rest = newApps.length > SHOWN ? `and ${thousands(newApps.length - SHOWN)} more` : ''
  return html`<section class="panel" aria-labelledby="news">
    <h2 id="news">New since the last scan</h2>
    <p class="news-counts">
      <strong>${count(opened.length, 'finding')}</strong> opened, <strong>${thousands(resolved)}</strong> resolved
    </p>
    ${
      opened.length === 0
        ? html`<p class="none">Nothing new was found.</p>`
        : html`<ul class="brief">
            ${opened
              .slice(0, SHOWN)
              .map(
                ({ id, title, severity }) =>
                  html`<li>${severityBadge(severity)} <a href="${address.finding(id)}">${title}</a></li>`,
              )}
          </ul>`
    }
    ${newApps.length === 0 ? '' : html`<p class="inline-list"><span>First seen:</span> ${apps} ${rest}</p>`}
  </section>`
}

function firstScan(opened: number): Html {
  return html`<section class="panel" aria-labelledby="news">
    <h2 id="news">New since the last scan</h2>
    <p>
      This was the first scan. It opened <a href="/findings">${count(opened, 'finding')}</a>; from the next one on, this
      says what changed.
    </p>
  </section>`
}
