import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Capability, Catalogue, Product } from '#core/catalogue.ts'
import { loadIntermediaries } from '#rules/intermediaries.ts'
import { readEntries } from './entries.ts'
import { capabilityEntry, productEntry } from './entry.ts'

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

function loadProducts(folder: string): readonly Product[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const category = basename(file, '.json')
      return readEntries(join(folder, file), productEntry).map((entry) => ({ ...entry, category }))
    })
    .toSorted(byId)
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
