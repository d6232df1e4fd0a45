import type { AppPerson } from '#core/app.ts'
import { badge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count } from '../wording.ts'
import type { AppDetail } from './read.ts'

const SHOWN = 200

/** Who has a way in, by department, then one by one. */
export function peopleList({ app, evidence }: AppDetail): Html {
  const { people } = evidence
  const summaries = Object.values(app.sources)
  const wide = summaries.some(({ tenantWide }) => tenantWide)
  const groups = [...new Set(summaries.flatMap((summary) => summary.groups))].toSorted()
  return html`<section class="panel" aria-labelledby="people">
    <h2 id="people">Who uses it <span class="tally">${people.length}</span></h2>
    ${wide ? html`<p>${badge('warn', 'warning', 'Whole company')} A consent covers everyone, whether they use it or not.</p>` : ''}
    ${groups.length === 0 ? '' : html`<p>Assigned to ${count(groups.length, 'group')}: ${groups.join(', ')}.</p>`}
    ${departments(people)}
    ${
      people.length === 0
        ? html`<p class="none">No person is recorded.</p>`
        : html`<details ${people.length <= 8 ? html`open` : ''}>
            <summary>${count(people.length, 'person', 'people')} one by one</summary>
            ${personTable(people)}
          </details>`
    }
  </section>`
}

function departments(people: readonly AppPerson[]): Html {
  const groups = [...Map.groupBy(people, ({ department }) => department ?? 'No department recorded')]
    .map(([name, members]) => ({ name, people: members.length }))
    .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
  const most = groups[0]?.people ?? 1
  return html`<ul class="bars">
    ${groups.map(
      ({ name, people: number }) =>
        html`<li>
          <span>${name}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width="${Math.max(2, Math.round((number / most) * 100))}" height="8" />
          </svg>
          <span class="right">${number}</span>
        </li>`,
    )}
  </ul>`
}

function personTable(people: readonly AppPerson[]): Html {
  const sorted = people.toSorted(
    (a, b) => Number(b.status !== 'active') - Number(a.status !== 'active') || (a.person < b.person ? -1 : 1),
  )
  return html`${table({
    caption: 'People with a way in',
    quietCaption: true,
    columns: [
      { head: 'Person', isRowHead: true },
      { head: 'Department' },
      { head: 'Account' },
      { head: 'Through' },
      { head: 'Last used', align: 'right' },
    ],
    rows: sorted
      .slice(0, SHOWN)
      .map(({ person, name, department, status, sources, lastUsed }) => [
        html`${name ?? person}${name === null ? '' : html`<small>${person}</small>`}`,
        department,
        accountBadge(status),
        sources.map((source) => SOURCE_NAMES[source]).join(', '),
        lastUsed === null ? null : day(lastUsed),
      ]),
    empty: 'No person is recorded.',
  })}
  ${sorted.length > SHOWN ? html`<p class="hint">The first ${SHOWN}; the API has all of them.</p>` : ''}`
}

function accountBadge(status: AppPerson['status']): Html {
  switch (status) {
    case 'active':
      return html`Active`
    case 'suspended':
      return badge('bad', 'warning', 'Suspended')
    case 'deleted':
      return badge('bad', 'ban', 'Deleted')
    case 'unknown':
      return badge('quiet', 'question', 'In no directory')
    default:
      return status satisfies never
  }
}
