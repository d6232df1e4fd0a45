import type { App } from '#core/app.ts'
import { STATUSES } from '#core/inventory.ts'
import { SOURCES } from '#core/observation.ts'
import type { Source } from '#core/observation.ts'
import { amounts } from '../components/amounts.ts'
import { appName } from '../components/app-name.ts'
import { standingBadge } from '../components/badge.ts'
import { downloads } from '../components/downloads.ts'
import { selectField, textField } from '../components/field.ts'
import { filterBar } from '../components/filter-bar.ts'
import { pager } from '../components/pager.ts'
import type { Slice } from '../components/pager.ts'
import { table } from '../components/table.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { APP_KIND_NAMES, SOURCE_NAMES, STANDING_NAMES, count } from '../wording.ts'
import { APP_KINDS } from './filter.ts'
import type { AppQuery, AppSort } from './filter.ts'
import { tagList } from './tags.ts'

export type AppList = {
  readonly filter: AppQuery
  readonly sort: AppSort
  readonly shown: Slice<App>
  readonly currency: string | null
}

export function appListPage({ filter, sort, shown, currency }: AppList): Html {
  return html`<div class="page-head">
      <div>
        <h1>Apps</h1>
        <p class="lead">
          ${count(shown.total, 'app')}, each joined from all that the sources say of it.
          <a href="/judgements">What people decided</a>
        </p>
      </div>
      ${downloads('apps', filter)}
    </div>
    ${filterFields(filter, sort)}
    ${table({
      caption: 'Apps',
      quietCaption: true,
      columns: [
        { head: 'App', isRowHead: true },
        { head: 'Standing' },
        { head: 'People', align: 'right' },
        { head: 'A year', align: 'right' },
        { head: 'Seen by' },
        { head: 'First seen' },
      ],
      rows: shown.items.map((app) => [
        appName(app, app.vendor ?? app.domain, tagList(app)),
        standingBadge(app.standing),
        app.users,
        app.statement === null ? null : amounts(app.statement.annualMinor, currency),
        sourcesOf(app)
          .map((source) => SOURCE_NAMES[source])
          .join(', '),
        app.firstSeen === null ? null : day(app.firstSeen),
      ]),
      empty: 'No app fits this filter.',
    })}
    ${pager('/apps', { ...filter, kind: filter.kind ?? 'all', sort }, shown)}`
}

function sourcesOf(app: App): readonly Source[] {
  return SOURCES.filter((source) =>
    source === 'statement' ? app.statement !== null : app.sources[source] !== undefined,
  )
}

function filterFields({ standing, kind, source, q }: AppQuery, sort: AppSort): Html {
  return filterBar('/apps', [
    textField({ label: 'Name', name: 'q', type: 'search', value: q ?? '' }),
    selectField({
      label: 'Standing',
      name: 'standing',
      value: standing ?? '',
      options: [['', 'All'], ...([...STATUSES, 'unlisted'] as const).map((one) => [one, STANDING_NAMES[one]] as const)],
    }),
    selectField({
      label: 'Kind',
      name: 'kind',
      value: kind ?? '',
      options: [['', 'All'], ...APP_KINDS.map((one) => [one, APP_KIND_NAMES[one]] as const)],
    }),
    selectField({
      label: 'Source',
      name: 'source',
      value: source ?? '',
      options: [['', 'All'], ...SOURCES.map((one) => [one, SOURCE_NAMES[one]] as const)],
    }),
    selectField({
      label: 'Order',
      name: 'sort',
      value: sort,
      options: [
        ['name', 'By name'],
        ['users', 'Most people'],
        ['spend', 'Most spend'],
        ['seen', 'Newest'],
      ],
    }),
  ])
}
