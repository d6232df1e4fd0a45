import type { Catalogue, Product } from '#core/catalogue.ts'
import { closest } from '#core/nearest.ts'
import type { Clash } from './clashes.ts'

/** Entries that point to a capability, family, category or intermediary that does not exist. */
export function referenceClashes({ products, capabilities, intermediaries }: Catalogue): readonly Clash[] {
  const intermediaryIds = new Set(intermediaries.map(({ id }) => id))
  const capabilityIds = new Set(capabilities.map(({ id }) => id))
  const categories = new Set(products.map(({ category }) => category))
  const byId = new Map(products.map((product) => [product.id, product]))
  const families = new Set(products.flatMap(({ memberOf }) => memberOf ?? []))
  return [
    ...products.flatMap((product) => [
      ...capabilityProblems(product, capabilityIds),
      ...familyProblems(product, byId, families),
      ...sellerProblems(product, intermediaryIds),
    ]),
    ...capabilities
      .filter(({ category }) => !categories.has(category))
      .map(({ id, category }) => ({
        entries: [id],
        problem: `capability is in category "${category}", which no product has${meant(category, categories)}`,
      })),
  ]
}

/** Capabilities that no product offers: nobody who asks for one is answered. */
export function idleCapabilities({ products, capabilities }: Catalogue): readonly Clash[] {
  const used = new Set(products.flatMap((product) => product.capabilities))
  return capabilities
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({ entries: [id], problem: 'capability is offered by no product; remove it or name it in one' }))
}

function meant(name: string, known: Iterable<string>): string {
  const near = closest(name, [...known])
  return near === null ? '' : `; did you mean "${near}"?`
}

function capabilityProblems({ id, capabilities }: Product, known: ReadonlySet<string>): readonly Clash[] {
  if (capabilities.length === 0) return [{ entries: [id], problem: 'names no capability' }]
  return capabilities
    .filter((capability) => !known.has(capability))
    .map((capability) => ({
      entries: [id],
      problem: `capability "${capability}" is not in capabilities.json${meant(capability, known)}`,
    }))
}

function familyProblems(
  { id, family, memberOf }: Product,
  byId: ReadonlyMap<string, Product>,
  families: ReadonlySet<string>,
): readonly Clash[] {
  if (family && !families.has(id)) return [{ entries: [id], problem: 'is a family without members' }]
  if (memberOf === null) return []
  const parent = byId.get(memberOf)
  if (parent === undefined)
    return [{ entries: [id], problem: `family "${memberOf}" does not exist${meant(memberOf, familyIds(byId))}` }]
  if (!parent.family) return [{ entries: [id], problem: `"${memberOf}" is no family` }]
  return []
}

function sellerProblems({ id, soldThrough }: Product, known: ReadonlySet<string>): readonly Clash[] {
  return soldThrough
    .filter((seller) => !known.has(seller))
    .map((seller) => ({
      entries: [id],
      problem: `is sold through "${seller}", which is not in intermediaries.json${meant(seller, known)}`,
    }))
}

function familyIds(byId: ReadonlyMap<string, Product>): readonly string[] {
  return [...byId.values()].filter(({ family }) => family).map(({ id }) => id)
}
