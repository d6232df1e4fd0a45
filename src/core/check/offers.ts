import type { Offer } from '../alternatives.ts'
import type { App } from '../app.ts'
import type { InventoryEntry } from '../inventory.ts'
import type { Standings } from '../reconcile/standing.ts'
import type { Known } from './understand.ts'

/** Every tool of the company with its current entry: those in use, and those that are listed and not seen in use. */
export function offersOf(known: Omit<Known, 'appOf'>, standings: Standings): Offer[] {
  const products = new Map(known.catalogue.products.map((product) => [product.id, product]))
  const used = known.apps.map((app) => {
    const { standing, entry } = standings.standing(app.id, products.get(app.id) ?? null)
    return { app: { ...app, standing, inventoryEntry: entry?.id ?? null }, entry }
  })
  const seen = new Set(used.map(({ app }) => app.id))
  const listed = Map.groupBy(known.inventory, standings.appOf)
  const unused = [...listed.keys()]
    .filter((id) => !seen.has(id))
    .toSorted()
    .flatMap((id) => {
      const { entry } = standings.standing(id, products.get(id) ?? null)
      return entry === null ? [] : [{ entry, app: unusedApp(entry, id, products.get(id)) }]
    })
  return [...used, ...unused]
}

function unusedApp(
  entry: InventoryEntry,
  id: string,
  product: Known['catalogue']['products'][number] | undefined,
): App {
  return {
    id,
    name: product?.name ?? entry.tool,
    vendor: product?.vendor ?? entry.vendor,
    domain: product?.domains[0] ?? entry.domain,
    inCatalogue: product !== undefined,
    family: product?.family ?? false,
    category: product?.category ?? null,
    capabilities: product?.capabilities ?? entry.capabilities,
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
