import type { Catalogue } from '#core/catalogue.ts'
import type { Predict } from '#core/evaluation/labelled-case.ts'
import { catalogueNames, createCleaner, taken } from './clean.ts'

const ACCEPTED_FROM = 0.8

/** The most similar name, by edit distance over the longer length, where it is at least 0.80 similar. */
export function fixedSimilarity(catalogue: Catalogue): Predict {
  const clean = createCleaner(catalogue)
  const byLength = Map.groupBy(
    catalogueNames(catalogue).map(({ app, words }) => ({ app, name: words.join('') })),
    ({ name }) => name.length,
  )
  return (identity) => {
    const text = clean(identity).join('')
    let best: { readonly app: string; readonly similarity: number } | null = null
    const longest = Math.floor(text.length / ACCEPTED_FROM)
    for (let length = Math.ceil(text.length * ACCEPTED_FROM); length <= longest && length > 0; length += 1) {
      for (const { app, name } of byLength.get(length) ?? []) {
        const similarity = 1 - editDistance(text, name) / Math.max(text.length, name.length)
        if (similarity >= ACCEPTED_FROM && similarity > (best?.similarity ?? 0)) best = { app, similarity }
      }
    }
    return best === null ? taken(null) : taken(best.app, best.similarity)
  }
}

/** Insertions, deletions and replacements between two texts (Levenshtein). */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let a = 1; a <= from.length; a += 1) {
    const next = [a]
    for (let b = 1; b <= to.length; b += 1) {
      const replaced = (row[b - 1] ?? 0) + (from[a - 1] === to[b - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[b] ?? 0) + 1, (next[b - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
