import type { Catalogue, Product } from '#core/catalogue.ts'
import type { ProductEntry } from './entry.ts'
import { factsOf } from './facts.ts'

/** How many products a part of the catalogue has, and how well they are described. */
export type Counts = {
  readonly products: number
  readonly ai: number
  readonly families: number
  /** Products that no domain, not even a shared one, leads to; and those of which no charge's beginning is known. */
  readonly withoutDomain: number
  readonly withoutStem: number
  /** Names, domains, aliases, stems and identifiers, and those of them that say where they were checked. */
  readonly facts: number
  readonly sourced: number
}

export type CatalogueReport = {
  readonly all: Counts
  /** What marketing departments buy. */
  readonly marketing: Counts
  readonly vendors: number
  readonly capabilities: number
  readonly intermediaries: number
  /** By category, sorted by its name. */
  readonly categories: readonly (readonly [string, Counts])[]
}

const MARKETING: ReadonlySet<string> = new Set(
  'advertising ai-writing email-marketing events-and-webinars forms-and-surveys pr-and-media seo social-media stock-media web-analytics website-builders'.split(
    ' ',
  ),
)

/** Counts a catalogue; `entries` are its products as files write them, for the sources of their facts. */
export function catalogueReport(catalogue: Catalogue, entries: readonly ProductEntry[]): CatalogueReport {
  const { products, capabilities, intermediaries } = catalogue
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const categories = Map.groupBy(products, ({ category }) => category)
  return {
    all: countsOf(products, byId),
    marketing: countsOf(
      products.filter(({ category }) => MARKETING.has(category)),
      byId,
    ),
    vendors: new Set(products.map(({ vendor }) => vendor)).size,
    capabilities: capabilities.length,
    intermediaries: intermediaries.length,
    categories: [...categories]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, its]) => [category, countsOf(its, byId)]),
  }
}

function countsOf(products: readonly Product[], entries: ReadonlyMap<string, ProductEntry>): Counts {
  const count = (fits: (product: Product) => boolean): number => products.filter(fits).length
  const facts = products.flatMap(({ id }) => {
    const entry = entries.get(id)
    return entry === undefined ? [] : factsOf(entry)
  })
  return {
    products: products.length,
    ai: count(({ ai }) => ai),
    families: count(({ family }) => family),
    withoutDomain: count(({ domains, sharedDomains }) => domains.length + sharedDomains.length === 0),
    withoutStem: count(({ stems }) => stems.length === 0),
    facts: facts.length,
    sourced: facts.filter(({ sources }) => sources.length > 0).length,
  }
}
