import type { Catalogue } from '../../catalogue.ts'
import type { Predict } from '../labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'

/** The product whose name begins with the text's first word; a name of that one word alone comes first. */
export function firstWord(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const products = new Map<string, string>()
  for (const { app, words } of catalogueNames(catalogue).toSorted((a, b) => a.words.length - b.words.length)) {
    const [first = ''] = words
    if (!products.has(first)) products.set(first, app)
  }
  return (identity) => taken(products.get(clean(identity)[0] ?? '') ?? null)
}
