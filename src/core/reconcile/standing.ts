import type { Catalogue, Product } from '../catalogue.ts'
import { identifierKey } from '../identifier.ts'
import type { InventoryEntry, Standing } from '../inventory.ts'
import type { Matcher } from '../match/match.ts'
import type { AppClue } from '../observation.ts'

/** What the inventory says of apps. */
export type Standings = {
  /** The app id that an entry is about: a product, or `app-<entry id>` for a tool the catalogue does not know. */
  readonly appOf: (entry: InventoryEntry) => string
  /** The entry that names one of these identifiers or domains, or bears this name; for tools the catalogue does not know. */
  readonly entryFor: (clue: Pick<AppClue, 'identifiers' | 'domains' | 'name'>) => InventoryEntry | null
  readonly standing: (
    app: string,
    product: Product | null,
  ) => {
    readonly standing: Standing
    readonly entry: InventoryEntry | null
    /** The entry is about this app itself: not about its line, nor about an app that somebody merged into it. */
    readonly isOwn: boolean
  }
}

/** Resolves the inventory against the catalogue. The same for any order of entries. */
export function createStandings(entries: readonly InventoryEntry[], catalogue: Catalogue, matcher: Matcher): Standings {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const resolved = sorted.map((entry) => ({ entry, app: resolveEntry(entry, matcher) ?? `app-${entry.id}` }))
  const { countsAs } = matcher.decided
  const apps = new Map(resolved.map(({ entry, app }) => [entry.id, countsAs(app)]))
  const own = new Set(resolved.filter(({ app }) => countsAs(app) === app).map(({ entry }) => entry.id))
  // Of an app that others were merged into, its own entry speaks first.
  const ownFirst = sorted.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
  const byApp = Map.groupBy(ownFirst, (entry) => apps.get(entry.id) ?? '')
  const members = Map.groupBy(
    catalogue.products.filter((product) => product.memberOf !== null),
    (product) => product.memberOf ?? '',
  )
  const keys = new Map(sorted.toReversed().flatMap((entry) => keysOf(entry).map((key) => [key, entry] as const)))

  function entryOf(app: string, product: Product | null): InventoryEntry | null {
    const [first] = byApp.get(app) ?? []
    if (first !== undefined) return first
    // A text that names only the family is covered by the member in the inventory, and a member by its family.
    const related = product?.family
      ? (members.get(app) ?? []).map((member) => member.id)
      : product?.memberOf
        ? [product.memberOf]
        : []
    return related.flatMap((id) => byApp.get(id)?.[0] ?? []).toSorted(byStanding)[0] ?? null
  }

  return {
    appOf: (entry) => apps.get(entry.id) ?? `app-${entry.id}`,
    entryFor: (clue) => {
      const wanted = [
        ...clue.identifiers.map(identifierKey),
        ...clue.domains.map((domain) => `domain:${domain}`),
        ...(clue.name === null ? [] : [nameKey(clue.name)]),
      ]
      return wanted.flatMap((key) => keys.get(key) ?? [])[0] ?? null
    },
    standing: (app, product) => {
      const entry = entryOf(app, product)
      const isOwn = entry !== null && own.has(entry.id) && apps.get(entry.id) === app
      return { standing: entry?.status ?? 'unlisted', entry, isOwn }
    },
  }
}

// Where several members of a family are listed, the friendliest decision speaks for a text that names only the family.
const ORDER: readonly Standing[] = ['approved', 'restricted', 'trial', 'under-review', 'rejected', 'retired']

function byStanding(a: InventoryEntry, b: InventoryEntry): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status)
}

function resolveEntry(entry: InventoryEntry, matcher: Matcher): string | null {
  if (entry.app !== null) return entry.app
  const clue: AppClue = {
    identifiers: entry.identifiers.length > 0 ? entry.identifiers : [{ kind: 'name', value: entry.tool }],
    name: entry.tool,
    publisher: entry.vendor,
    publisherVerified: false,
    domains: entry.domain === null ? [] : [entry.domain],
    ownerTenant: null,
    owner: null,
  }
  const byClue = matcher.match({ kind: 'app', via: 'sso', clue })
  if (byClue.verdict === 'match') return byClue.app
  const byName = matcher.match({ kind: 'any', text: entry.tool })
  return byName.verdict === 'match' && entry.domain === null ? byName.app : null
}

function keysOf(entry: InventoryEntry): string[] {
  return [
    ...entry.identifiers.map(identifierKey),
    ...(entry.domain === null ? [] : [`domain:${entry.domain}`]),
    nameKey(entry.tool),
  ]
}

function nameKey(name: string): string {
  return `name:${name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`
}
