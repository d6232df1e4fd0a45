import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Capability, Catalogue, Product } from '#core/catalogue.ts'
import { loadIntermediaries } from '#rules/intermediaries.ts'
import { readEntries } from './entries.ts'
import { asProduct } from './product.ts'
import { capabilityEntry, productEntry } from './entry.ts'
import type { ProductEntry } from './entry.ts'

type Category = { readonly category: string; readonly entries: readonly ProductEntry[] }

/**
 * The catalogue of products, read from `catalogue/*.json` and `capabilities.json` of the rules folder; frozen, and
 * sorted by id. Throws where a file or an entry is malformed, naming the file, the entry and the problem.
 */
export function loadCatalogue(rulesFolder: string = resolve(import.meta.dirname, '..')): Catalogue {
  return deepFreeze({
    products: loadProducts(join(rulesFolder, 'catalogue')),
    capabilities: loadCapabilities(join(rulesFolder, 'capabilities.json')),
    intermediaries: loadIntermediaries(rulesFolder),
  })
}

/** The entries as the files write them, with the sources of their facts; sorted by id. Throws as `loadCatalogue` does. */
export function loadEntries(rulesFolder: string = resolve(import.meta.dirname, '..')): readonly ProductEntry[] {
  return readCategories(join(rulesFolder, 'catalogue'))
    .flatMap(({ entries }) => entries)
    .toSorted(byId)
}

function loadProducts(folder: string): readonly Product[] {
  return readCategories(folder)
    .flatMap(({ category, entries }) => entries.map((entry) => asProduct(entry, category)))
    .toSorted(byId)
}

function readCategories(folder: string): readonly Category[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ category: basename(file, '.json'), entries: readEntries(join(folder, file), productEntry) }))
}

function loadCapabilities(path: string): readonly Capability[] {
  return readEntries(path, capabilityEntry).toSorted(byId)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
