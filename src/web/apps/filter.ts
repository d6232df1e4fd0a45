import type { App } from '#core/app.ts'
import { minorDigits } from '#core/currency.ts'
import { STATUSES } from '#core/inventory.ts'
import { fold } from '#core/name.ts'
import { SOURCES } from '#core/observation.ts'

export const APP_KINDS = ['third-party', 'platform', 'in-house', 'script'] as const
const APP_SORTS = ['name', 'users', 'spend', 'seen'] as const
export type AppSort = (typeof APP_SORTS)[number]

/** The filter of the list, as the address carries it; null matches everything. */
export type AppQuery = {
  readonly standing: string | null
  readonly kind: string | null
  readonly source: string | null
  readonly capability: string | null
  readonly q: string | null
}

/** Without any `kind` third-party apps are shown; an empty one, as the form sends it for "All", shows all. */
export function parseAppQuery(query: (name: string) => string | undefined): AppQuery {
  const kind = query('kind')
  return {
    standing: oneOf([...STATUSES, 'unlisted'], query('standing')),
    kind: kind === undefined ? 'third-party' : oneOf(APP_KINDS, kind),
    source: oneOf(SOURCES, query('source')),
    capability: query('capability')?.trim() || null,
    q: query('q')?.trim().slice(0, 200) || null,
  }
}

export function parseAppSort(sort: string | undefined): AppSort {
  return APP_SORTS.find((known) => known === sort) ?? 'name'
}

function oneOf(known: readonly string[], value: string | undefined): string | null {
  return value !== undefined && known.includes(value) ? value : null
}

export function sortApps(apps: readonly App[], sort: AppSort): readonly App[] {
  return apps.toSorted((a, b) => compare(a, b, sort) || byName(a, b))
}

function compare(a: App, b: App, sort: AppSort): number {
  switch (sort) {
    case 'name':
      return 0
    case 'users':
      return b.users - a.users
    case 'spend':
      return largestAnnual(b) - largestAnnual(a)
    case 'seen':
      return Date.parse(b.firstSeen ?? '1970-01-01') - Date.parse(a.firstSeen ?? '1970-01-01')
    default:
      return sort satisfies never
  }
}

/** In whole units of the largest currency: amounts are not converted, and this only orders a list. */
function largestAnnual({ statement }: App): number {
  const amounts = Object.entries(statement?.annualMinor ?? {})
  return Math.max(0, ...amounts.map(([currency, minor]) => minor / 10 ** minorDigits(currency)))
}

function byName(a: App, b: App): number {
  const [first, second] = [fold(a.name), fold(b.name)]
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1
}
