import { formatMinor, formatMoney } from '#core/money.ts'
import type { ShortlistGroup, ShortlistedApp } from '#core/shortlist/shortlist.ts'
import { appName } from '../components/app-name.ts'
import { badge, standingBadge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import type { Cell } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { percent } from '../wording.ts'

/** One job: which tool to keep, what ending the others saves, how that is worked out, and what speaks against it. */
export function groupPanel(group: ShortlistGroup): Html {
  const { group: id, capability, currency, savingMinor, confidence, arithmetic, caseForKeeping, gaps } = group
  return html`<section class="panel group" aria-labelledby="group-${id}">
    <div class="group-head">
      <h2 id="group-${id}">${capability}</h2>
      <p class="saving">
        <strong>${range(savingMinor, currency)}</strong>
        <span class="hint">a year, ${percent(confidence)} of what it rests on is known</span>
      </p>
    </div>
    ${table({
      caption: `Tools for ${capability}`,
      quietCaption: true,
      columns: [
        { head: 'App', isRowHead: true },
        { head: 'Suggestion' },
        { head: 'People', align: 'right' },
        { head: 'Shared', align: 'right' },
        { head: 'A year', align: 'right' },
        { head: 'Renewal' },
        { head: 'Owner' },
        { head: 'Standing' },
      ],
      rows: group.apps.map((app) => row(app, group)),
      empty: '',
    })}
    <div class="two">
      ${list('The case for keeping', caseForKeeping)} ${gaps.length === 0 ? '' : list('What is not known', gaps)}
    </div>
    <details open>
      <summary>How the saving is worked out</summary>
      <ol class="arithmetic">
        ${arithmetic.map((line) => html`<li>${line}</li>`)}
      </ol>
    </details>
  </section>`
}

function row(app: ShortlistedApp, { keep, currency }: ShortlistGroup): readonly Cell[] {
  return [
    appName({ id: app.app, name: app.name }),
    keep.includes(app.app) ? badge('good', 'check', 'Keep') : badge('warn', 'ban', 'Retire'),
    app.users,
    app.sharedUsers,
    app.annualSpendMinor === null ? null : formatMoney({ minor: app.annualSpendMinor, currency }),
    renewal(app),
    app.owner,
    standingBadge(app.standing),
  ]
}

function range({ low, high }: ShortlistGroup['savingMinor'], currency: string): string {
  const most = formatMoney({ minor: high, currency })
  return low === high ? most : `${formatMinor(low, currency)} – ${most}`
}

function renewal({ renewal: date, noticeBy }: ShortlistedApp): Html | null {
  if (date === null) return null
  const notice = noticeBy === null || noticeBy === date ? '' : html`<small>notice by ${day(noticeBy)}</small>`
  return html`${day(date)}${notice}`
}

function list(title: string, items: readonly string[]): Html {
  return html`<div>
    <h3>${title}</h3>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </div>`
}
