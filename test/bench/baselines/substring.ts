import type { Catalogue } from '#core/catalogue.ts'
import type { Predict } from '#core/evaluation/labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'

// Shorter names occur inside too many words.
const SHORTEST = 4

/** The longest name of the catalogue that occurs anywhere in the text. */
export function substringList(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const names = catalogueNames(catalogue)
    .map(({ app, words }) => ({ app, name: words.join(' ') }))
    .filter(({ name }) => name.length >= SHORTEST)
    .toSorted((a, b) => b.name.length - a.name.length)
  return (identity) => {
    const text = clean(identity).join(' ')
    return taken(names.find(({ name }) => text.includes(name))?.app ?? null)
  }
}
