import { address } from '../address.ts'
import { amounts } from '../components/amounts.ts'
import { readStatusBadge } from '../components/badge.ts'
import { age } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count, thousands } from '../wording.ts'
import { accountMonths } from './account-months.ts'
import { needsYouList } from './needs-you-list.ts'
import { newsPanel } from './news-panel.ts'
import type { Overview } from './read.ts'
import { sourceHealth } from './source-health.ts'

export function overviewPage(overview: Overview): Html {
  return html`<div class="page-head">
      <div>
        <h1>Overview</h1>
        ${lastScanLine(overview)}
      </div>
      <form method="get" action="/check" class="quick-check" role="search">
        <label class="unseen" for="quick">Do we already have it?</label>
        <input id="quick" type="search" name="q" placeholder="Do we already have …?" autocomplete="off" required />
        <button type="submit">Check</button>
      </form>
    </div>
    ${numbers(overview)}
    <div class="columns">
      <section aria-labelledby="needs-you" class="panel main-panel">${needsYouList(overview)}</section>
      <div class="side">
        ${newsPanel(overview.news)} ${sourceHealth(overview.sources, overview.now)} ${accountMonths(overview.accounts)}
      </div>
    </div>`
}

function lastScanLine({ lastScan, now }: Overview): Html {
  if (lastScan === null) return html`<p class="lead">No scan yet; what you see comes from imported files.</p>`
  return html`<p class="lead">
    Last scan
    <a href="${address.scan(lastScan.id)}">${age(lastScan.startedAt, now)}</a> ${readStatusBadge(lastScan.status)}
  </p>`
}

function numbers({ apps, unapproved, annualMinor, unknownSpend, currency }: Overview): Html {
  const spend = amounts(annualMinor, currency) ?? html`<span class="nothing">none seen</span>`
  const left = unknownSpend === 0 ? '' : `; ${count(unknownSpend, 'app')} with charges that do not tell a year`
  return html`<ul class="numbers">
    <li>
      <a href="/apps"><span class="number">${thousands(apps.used)}</span> <span class="what">apps in use</span></a>
      <span class="hint">${thousands(apps.approved)} with a decision for them</span>
    </li>
    <li>
      <a href="/findings?rule=unapproved-tool&amp;status=open"
        ><span class="number">${thousands(unapproved.apps)}</span> <span class="what">unapproved</span></a
      >
      <span class="hint">${thousands(unapproved.unreviewed)} more not reviewed yet</span>
    </li>
    <li>
      <a href="/apps?sort=spend"><span class="number">${spend}</span> <span class="what">a year</span></a>
      <span class="hint">worked out from the charges seen${left}</span>
    </li>
  </ul>`
}
