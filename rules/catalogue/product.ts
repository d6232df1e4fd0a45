import type { Product } from '#core/catalogue.ts'
import type { ProductEntry } from './entry.ts'

/** The product that an entry describes: all but the sources of its facts, which no match needs. */
export function asProduct(entry: ProductEntry, category: string): Product {
  return {
    id: entry.id,
    name: entry.name,
    vendor: entry.vendor,
    family: entry.family,
    memberOf: entry.memberOf,
    domains: entry.domains,
    sharedDomains: entry.sharedDomains,
    aliases: entry.aliases,
    stems: entry.stems,
    category,
    capabilities: entry.capabilities,
    ai: entry.ai,
    identifiers: entry.identifiers,
    galleryNames: entry.galleryNames,
    soldThrough: entry.soldThrough,
    commonWord: entry.commonWord,
  }
}
