import type { Catalogue } from '../../catalogue.ts'
import type { Predict } from '../labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'

/** The product of which the whole text is the name or an alias. */
export function exactAndAlias(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const products = new Map<string, string>()
  for (const { app, words } of catalogueNames(catalogue)) {
    const name = words.join('')
    if (!products.has(name)) products.set(name, app)
  }
  return (identity) => taken(products.get(clean(identity).join('')) ?? null)
}
