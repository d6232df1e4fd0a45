import { standingBadge } from '../components/badge.ts'
import { monogram } from '../components/monogram.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { appPanel } from '../judgements/app-panel.ts'
import { safeHref } from '../safe-href.ts'
import { APP_KIND_NAMES } from '../wording.ts'
import { appFindings } from './app-findings.ts'
import { grantList } from './grant-list.ts'
import { identityList } from './identity-list.ts'
import { ownership } from './ownership.ts'
import { peopleList } from './people-list.ts'
import type { AppDetail } from './read.ts'
import { spendPanel } from './spend-panel.ts'
import { standingForm } from './standing-form.ts'
import { tagList } from './tags.ts'

/** One app in the order in which people ask: whose, what for, who, what it may do, what it costs, and why we think so. */
export function appPage(detail: AppDetail): Html {
  const { app } = detail
  const home = app.domain === null ? null : safeHref(`https://${app.domain}`)
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/apps">Apps</a></nav>
    <div class="app-head">
      ${monogram(app.id, app.name)}
      <div>
        <h1>${app.name}</h1>
        <p class="badges">
          ${standingBadge(app.standing)} <span class="hint">${APP_KIND_NAMES[app.kind]}</span>
          ${app.vendor === null ? '' : html`<span class="hint">by ${app.vendor}</span>`}
          ${home === null ? '' : html`<a href="${home}" rel="noreferrer noopener external">${app.domain}</a>`}
          ${tagList(app)}
        </p>
      </div>
    </div>
    <div class="columns">
      <div class="main-panel">
        ${ownership(detail)} ${appFindings(detail.findings)} ${peopleList(detail)} ${grantList(detail)}
        ${spendPanel(detail)} ${identityList(detail)} ${appPanel(detail.judging)}
      </div>
      <div class="side">${standingForm(detail)}</div>
    </div>`
}
