import { FINDING_STATUSES, SEVERITIES } from '#core/finding.ts'
import type { Finding } from '#core/finding.ts'
import type { Rule } from '#core/rule.ts'
import { address } from '../address.ts'
import { findingStatusBadge, severityBadge } from '../components/badge.ts'
import { downloads } from '../components/downloads.ts'
import { selectField } from '../components/field.ts'
import { filterBar } from '../components/filter-bar.ts'
import { pager } from '../components/pager.ts'
import type { Slice } from '../components/pager.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { FINDING_STATUS_NAMES, SEVERITY_NAMES, count } from '../wording.ts'
import type { FindingQuery } from './filter.ts'

export type FindingList = {
  readonly filter: FindingQuery
  readonly shown: Slice<Finding>
  readonly rules: readonly Rule[]
  /** Names by app id, of the apps that findings speak of. */
  readonly apps: ReadonlyMap<string, string>
}

export function findingListPage({ filter, shown, rules, apps }: FindingList): Html {
  return html`<div class="page-head">
      <div>
        <h1>Findings</h1>
        <p class="lead">${count(shown.total, 'finding')}: what is true now, why it matters, and what to do next.</p>
      </div>
      ${downloads('findings', filter)}
    </div>
    ${filterFields(filter, rules, apps)}
    ${table({
      caption: 'Findings',
      quietCaption: true,
      columns: [
        { head: 'Severity' },
        { head: 'Finding', isRowHead: true },
        { head: 'About' },
        { head: 'Status' },
        { head: 'Since' },
      ],
      rows: shown.items.map((finding) => [
        severityBadge(finding.severity),
        html`<a href="${address.finding(finding.id)}">${finding.title}</a
          ><small class="clip">${finding.nextStep}</small>`,
        about(finding, apps),
        findingStatusBadge(finding.status),
        day(finding.since),
      ]),
      empty: 'No finding fits this filter.',
    })}
    ${pager('/findings', filter, shown)}`
}

const SUBJECTS: Readonly<Record<Finding['subject']['kind'], string>> = {
  app: 'Several apps',
  source: 'A source',
  charge: 'A charge',
  person: 'A person',
}

function about({ app, subject }: Finding, apps: ReadonlyMap<string, string>): Html | string {
  if (app === null) return SUBJECTS[subject.kind]
  return html`<a href="${address.app(app)}">${apps.get(app) ?? app}</a>`
}

function filterFields(filter: FindingQuery, rules: readonly Rule[], apps: ReadonlyMap<string, string>): Html {
  const named = [...apps].toSorted(([, a], [, b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return filterBar('/findings', [
    selectField({
      label: 'Status',
      name: 'status',
      value: filter.status ?? '',
      options: [['', 'All'], ...FINDING_STATUSES.map((status) => [status, FINDING_STATUS_NAMES[status]] as const)],
    }),
    selectField({
      label: 'Severity',
      name: 'severity',
      value: filter.severity ?? '',
      options: [['', 'All'], ...SEVERITIES.toReversed().map((one) => [one, SEVERITY_NAMES[one]] as const)],
    }),
    selectField({
      label: 'Rule',
      name: 'rule',
      value: filter.rule ?? '',
      options: [['', 'All'], ...rules.map(({ id, title }) => [id, title] as const)],
    }),
    selectField({ label: 'App', name: 'app', value: filter.app ?? '', options: [['', 'All'], ...named] }),
  ])
}
