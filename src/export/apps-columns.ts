import type { AppLine } from '#shapes/app-line.ts'
import type { Column } from './column.ts'

/**
 * The columns of the list of apps. Amounts of different currencies cannot share a column, so there is one `spend_…` for
 * each currency that occurs, in the order of their codes.
 */
export function appsColumns(apps: Iterable<AppLine>): readonly Column<AppLine>[] {
  const currencies = new Set([...apps].flatMap(({ sources }) => Object.keys(sources.statement?.spendMinor ?? {})))
  return [...BEFORE_SPEND, ...[...currencies].toSorted().map(spendColumn), ...AFTER_SPEND]
}

const BEFORE_SPEND: readonly Column<AppLine>[] = [
  { id: 'app', kind: 'text', value: ({ app }) => app },
  { id: 'name', kind: 'text', value: ({ name }) => name },
  { id: 'standing', kind: 'text', value: ({ standing }) => standing },
  { id: 'users', kind: 'number', value: ({ users }) => users },
]

const AFTER_SPEND: readonly Column<AppLine>[] = [
  { id: 'charges', kind: 'number', value: ({ sources }) => sources.statement?.charges ?? null },
  { id: 'vendor', kind: 'text', value: ({ vendor }) => vendor },
  { id: 'domain', kind: 'text', value: ({ domain }) => domain },
  { id: 'kind', kind: 'text', value: ({ kind }) => kind },
  { id: 'sources', kind: 'text', value: ({ sources }) => Object.keys(sources).toSorted().join('; ') },
  { id: 'google_users', kind: 'number', value: ({ sources }) => sources.google?.users ?? null },
  { id: 'microsoft_users', kind: 'number', value: ({ sources }) => sources.microsoft?.users ?? null },
  { id: 'okta_users', kind: 'number', value: ({ sources }) => sources.okta?.users ?? null },
  { id: 'app_list_users', kind: 'number', value: ({ sources }) => sources['app-list']?.users ?? null },
  { id: 'tenant_wide', kind: 'text', value: ({ sources }) => (sources.microsoft?.tenantWide === true ? 'yes' : null) },
  { id: 'groups', kind: 'text', value: ({ sources }) => sources.microsoft?.groups.join('; ') ?? null },
  { id: 'scopes', kind: 'text', value: scopesOf },
  { id: 'identifiers', kind: 'text', value: identifiersOf },
  { id: 'inventory_entry', kind: 'text', value: ({ inventoryEntry }) => inventoryEntry },
  { id: 'attribution', kind: 'text', value: ({ attribution }) => attribution },
  { id: 'tags', kind: 'text', value: ({ tags }) => tags.join('; ') },
  { id: 'first_seen', kind: 'date', value: ({ firstSeen }) => firstSeen },
  { id: 'last_seen', kind: 'date', value: ({ lastSeen }) => lastSeen },
]

function spendColumn(currency: string): Column<AppLine> {
  return {
    id: `spend_${currency.toLowerCase()}`,
    kind: 'money',
    value({ sources }) {
      const minor = sources.statement?.spendMinor[currency]
      return minor === undefined ? null : { minor, currency }
    },
  }
}

function scopesOf({ sources }: AppLine): string {
  const scopes = [...(sources.google?.scopes ?? []), ...(sources.microsoft?.scopes ?? [])]
  return [...new Set(scopes)].toSorted().join('; ')
}

function identifiersOf({ sources }: AppLine): string {
  const { google, microsoft, okta, 'app-list': list } = sources
  const identifiers = [google, microsoft, okta, list].flatMap((source) => source?.identifiers ?? [])
  return [...new Set(identifiers)].toSorted().join('; ')
}
