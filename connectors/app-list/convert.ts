import { squeeze } from '#core/name.ts'
import type { Identifier } from '#core/identifier.ts'
import type { OwnerHint } from '#core/observation.ts'
import type { Columns, Provider } from './headers.ts'
import { namesPeople } from './headers.ts'
import { domainsOf, entitiesOf, idsOf } from './identifiers.ts'
import { countOf, listOf } from './wire.ts'
import type { AppRow } from './wire.ts'

/** What one row says of an app. `key` tells apps of the list apart. */
export type ListedApp = {
  readonly key: string
  readonly name: string | null
  /** What the console's own catalogue calls the app. */
  readonly catalogue: Identifier | null
  readonly ids: readonly Identifier[]
  readonly entities: readonly Identifier[]
  readonly domains: readonly string[]
  readonly publisher: string | null
  readonly publisherVerified: boolean
  readonly ownerTenant: string | null
  readonly owner: OwnerHint | null
  readonly enabled: boolean
  readonly assignedCount: number | null
}

export type Listed = {
  readonly app: ListedApp
  readonly people: readonly string[]
  readonly groups: readonly string[]
  /** Something in the row that was not understood although the row was. */
  readonly problem: string | null
}

const OFF =
  /^(inactive|disabled|deactivated|deleted|suspended|blocked|false|no|0|off|retired|archived|not enabled|inaktiv|deaktiviert|nein|inactif|inactivo)$/i
// Not `suspended`: a suspended person keeps what was assigned, and that is what somebody has to see.
const ENDED = /^(inactive|deprovisioned|deactivated|deleted|removed|revoked|unassigned|disabled)$/i
const NO_ACCESS = /^(blocked|off( for everyone)?)$/i
const VERIFIED = /^(verified|yes|true|1|google verified|verified by google|trusted)$/i
// https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
const MICROSOFT_TENANTS = new Set([
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cdc5aeea-15c5-4db6-b079-fcadd2505dc2',
])
// Okta's catalogue names of apps that somebody made from a template.
const TEMPLATE = /^(template_|oidc_client|bookmark$|scim|wsfed|saml_?2|custom)|_\d+$/i

/** What a row says, or why it is no app. */
export function convertRow(
  row: AppRow,
  columns: Columns,
  provider: Provider | null,
): Listed | { readonly reason: string } {
  const { cells } = row
  const name = cells.name ?? cells.label ?? null
  const ids = idsOf(row, provider)
  const entities = entitiesOf(row)
  if (name === null && ids.length === 0) return { reason: 'has neither the name nor the id of an app' }
  if (/^managed ?identity$/i.test(cells.type ?? '')) return { reason: 'is a managed identity, which is no app' }
  if (name !== null && /^(grand )?totals?:?$/i.test(name) && ids.length === 0)
    return { reason: 'is a total, not an app' }
  const perPerson = namesPeople(columns)
  const status = cells.appStatus ?? (perPerson ? undefined : cells.status)
  const assignment = cells.personStatus ?? (perPerson ? cells.status : undefined)
  const people = ENDED.test(assignment ?? '') ? [] : peopleOf(row)
  const count = cells.users === undefined || cells.users.includes('@') ? null : countOf(cells.users)
  const unread = cells.users !== undefined && count === null && !cells.users.includes('@')
  const [key] = [...ids, ...entities]
  const ownerTenant = cells.ownerTenant?.toLowerCase() ?? null
  return {
    app: {
      key: key === undefined ? `name:${squeeze(name ?? '') || (name ?? '')}` : `${key.kind}:${key.value}`,
      name,
      catalogue: catalogueOf(cells.catalogName, provider),
      ids,
      entities,
      domains: domainsOf(row),
      publisher: cells.publisher ?? null,
      publisherVerified: VERIFIED.test(cells.verified ?? ''),
      ownerTenant,
      owner: isOktaItself(row, provider) ? 'platform' : ownerOf(cells.type ?? '', ownerTenant),
      enabled: !OFF.test(status ?? '') && !NO_ACCESS.test(cells.access ?? ''),
      assignedCount: count,
    },
    people,
    // A group beside a person is how the person got the app, not another assignment; a number is a count of groups.
    groups: perPerson ? [] : groupsOf(cells.group, columns.group),
    problem: unread ? `“${cells.users}” is no number of users; the app was kept without one` : null,
  }
}

function peopleOf(row: AppRow): readonly string[] {
  const { login, email, person, appUser, users } = row.cells
  const named = [login, email, person, appUser].filter((cell) => cell !== undefined)
  const one = named.find((cell) => cell.includes('@')) ?? named[0]
  const several = [one ?? '', users ?? ''].flatMap((cell) => listOf(cell).filter((value) => value.includes('@')))
  const found =
    several.length > 0 ? several.map((value) => value.replaceAll(/[<>"'()]/g, '')) : one === undefined ? [] : [one]
  return [...new Set(found.map((value) => value.toLowerCase()))]
}

/** A name of Okta's catalogue identifies the product; that of another console is a name like others. */
function catalogueOf(name: string | undefined, provider: Provider | null): Identifier | null {
  if (name === undefined || TEMPLATE.test(name)) return null
  return provider === 'okta' ? { kind: 'okta-app', value: name.toLowerCase() } : { kind: 'name', value: name }
}

/** Okta lists its own console, dashboard and extensions among the apps. */
function isOktaItself({ cells }: AppRow, provider: Provider | null): boolean {
  return provider === 'okta' && /^(saasure|okta_(?!org2org).+)$/i.test(cells.catalogName ?? '')
}

/** A number is a count of groups; a column of several names them with commas. */
function groupsOf(cell: string | undefined, header: string | undefined): readonly string[] {
  if (cell === undefined || /^\d+$/.test(cell)) return []
  const several = /groups\b/i.test(header ?? '') ? cell.split(/[,;|\n]/) : [cell]
  return several.map((name) => name.trim()).filter((name) => name !== '')
}

function ownerOf(type: string, ownerTenant: string | null): OwnerHint | null {
  if (ownerTenant !== null && MICROSOFT_TENANTS.has(ownerTenant)) return 'platform'
  if (/^microsoft applications?$/i.test(type)) return 'platform'
  return /^(google )?apps? ?script$/i.test(type) ? 'script' : null
}
