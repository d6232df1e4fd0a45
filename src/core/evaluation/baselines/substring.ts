import type { Catalogue } from '../../catalogue.ts'
import type { Predict } from '../labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'

// Shorter names occur inside too many words.
const SHORTEST = 4

type Name = { readonly app: string; readonly rank: number }

/** The longest name of the catalogue that occurs anywhere in the text; of equally long ones the first by product. */
export function substringList(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const names = new Map<string, Name>()
  for (const [rank, { app, words }] of catalogueNames(catalogue).entries()) {
    const name = words.join(' ')
    if (name.length >= SHORTEST && !names.has(name)) names.set(name, { app, rank })
  }
  const lengths = [...new Set([...names.keys()].map((name) => name.length))].toSorted((a, b) => b - a)
  return (identity) => {
    const text = clean(identity).join(' ')
    for (const length of lengths) {
      const found = namesIn(text, length, names)
      if (found !== null) return taken(found.app)
    }
    return taken(null)
  }
}

function namesIn(text: string, length: number, names: ReadonlyMap<string, Name>): Name | null {
  let first: Name | null = null
  for (let at = 0; at + length <= text.length; at += 1) {
    const name = names.get(text.slice(at, at + length))
    if (name !== undefined && name.rank < (first?.rank ?? Infinity)) first = name
  }
  return first
}
