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
  /**
   * The id under which the company knows a product: that of the entry which means it, where only a gallery describes it;
   * else its own. So an app that was listed keeps its id when a gallery begins to describe it.
   */
  readonly listed: (product: string) => string
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
  const resolved = sorted.map((entry) => resolution(entry, matcher))
  const { countsAs } = matcher.decided
  const apps = new Map(resolved.map(({ entry, app }) => [entry.id, countsAs(app)]))
  const own = new Set(resolved.filter(({ app }) => countsAs(app) === app).map(({ entry }) => entry.id))
  // The first entry that means a product of a gallery names it, so the later ones are entered before it.
  const listed = new Map(
    resolved
      .toReversed()
      .flatMap(({ entry, unlisted }) => (unlisted === null ? [] : [[unlisted, apps.get(entry.id) ?? ''] as const])),
  )
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
    listed: (product) => listed.get(product) ?? product,
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

type Resolution = {
  readonly entry: InventoryEntry
  readonly app: string
  /** The product that only a gallery describes and the entry means; it does not take the place of the entry's own app. */
  readonly unlisted: string | null
}

function resolution(entry: InventoryEntry, matcher: Matcher): Resolution {
  const app = resolveEntry(entry, matcher)
  if (app === null) return { entry, app: `app-${entry.id}`, unlisted: null }
  const isUnlisted = entry.app === null && matcher.product(app)?.fromGallery === true
  return isUnlisted ? { entry, app: `app-${entry.id}`, unlisted: app } : { entry, app, unlisted: null }
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
  const byClue = matcher.unmerged({ kind: 'app', via: 'sso', clue })
  if (byClue.verdict === 'match') return byClue.app
  const byName = matcher.unmerged({ kind: 'any', text: entry.tool })
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
