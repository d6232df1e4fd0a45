import type { Catalogue } from '../../catalogue.ts'
import type { Predict } from '../labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'
import { editDistance, lettersOf, mayBeWithin } from './edit-distance.ts'

const ACCEPTED_FROM = 0.8

/** The most similar name, by edit distance over the longer length, where it is at least 0.80 similar. */
export function fixedSimilarity(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const byLength = Map.groupBy(
    catalogueNames(catalogue).map(({ app, words }) => {
      const name = words.join('')
      return { app, name, letters: lettersOf(name) }
    }),
    ({ name }) => name.length,
  )
  return (identity) => {
    const text = clean(identity).join('')
    const letters = lettersOf(text)
    let best: { readonly app: string; readonly similarity: number } | null = null
    const longest = Math.floor(text.length / ACCEPTED_FROM)
    for (let length = Math.ceil(text.length * ACCEPTED_FROM); length <= longest && length > 0; length += 1) {
      const longer = Math.max(text.length, length)
      const edits = Math.floor(longer * (1 - ACCEPTED_FROM) + 1e-9)
      for (const each of byLength.get(length) ?? []) {
        if (!mayBeWithin(edits, letters, each.letters)) continue
        const similarity = 1 - editDistance(text, each.name) / longer
        if (similarity >= ACCEPTED_FROM && similarity > (best?.similarity ?? 0)) best = { app: each.app, similarity }
      }
    }
    return best === null ? taken(null) : taken(best.app, best.similarity)
  }
}
