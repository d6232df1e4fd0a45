import type { Offer } from '../alternatives.ts'
import type { App } from '../app.ts'
import type { Product } from '../catalogue.ts'
import type { InventoryEntry } from '../inventory.ts'
import type { Standings } from '../reconcile/standing.ts'
import type { Known } from './understand.ts'

/** Every tool of the company with its current entry: those in use, and those that are listed and not seen in use. */
export function offersOf(known: Omit<Known, 'appOf'>, standings: Standings): Offer[] {
  const { product } = known.matcher
  const used = known.apps.map((app) => {
    const { standing, entry } = standings.standing(app.id, product(app.id))
    return { app: { ...app, standing, inventoryEntry: entry?.id ?? null }, entry }
  })
  const seen = new Set(used.map(({ app }) => app.id))
  const listed = Map.groupBy(known.inventory, standings.appOf)
  const unused = [...listed.keys()]
    .filter((id) => !seen.has(id))
    .toSorted()
    .flatMap((id) => {
      const { entry } = standings.standing(id, product(id))
      return entry === null ? [] : [{ entry, app: unusedApp(entry, id, product(id)) }]
    })
  return [...used, ...unused]
}

function unusedApp(entry: InventoryEntry, id: string, product: Product | null): App {
  const described = product?.fromGallery === true ? null : product
  return {
    id,
    name: described?.name ?? entry.tool,
    vendor: described?.vendor ?? entry.vendor,
    domain: described?.domains[0] ?? entry.domain ?? product?.domains[0] ?? null,
    inCatalogue: described !== null,
    family: product?.family ?? false,
    category: described?.category ?? null,
    capabilities: described?.capabilities ?? entry.capabilities,
    kind: 'third-party',
    standing: entry.status,
    inventoryEntry: entry.id,
    users: 0,
    sources: {},
    statement: null,
    attribution: null,
    confidence: 0,
    tags: [],
    firstSeen: null,
    lastSeen: null,
  }
}
