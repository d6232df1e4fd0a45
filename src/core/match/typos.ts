import type { Token } from '../descriptor/token.ts'
import type { Hit } from './hit.ts'
import { keyHit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { MatchText } from './text.ts'

/** True where what the text begins with may be a misspelt name: slips in ordinary words make ordinary words, and shops are no products. */
export function mayBeMisspelt({ tokens, start }: MatchText): boolean {
  const first = tokens[start]
  if (first === undefined || first.coded || first.word.kind !== null || first.word.everyday) return false
  return tokens.every(({ word }) => word.kind !== 'merchant')
}

/** Products one typing error away from the name that the text begins with, or from its first word. */
export function findTypos(text: MatchText, index: Index): readonly Hit[] {
  const { tokens, offsets, joined, start } = text
  const hits: Hit[] = []
  const whole = nameEnd(tokens, start)
  for (let to = whole; to > start; to = to > start + 1 ? start + 1 : start) {
    for (const near of index.typos().near(joined.slice(offsets[start], offsets[to]))) {
      for (const key of index.keys.get(near) ?? []) hits.push(keyHit(key, 'typo', start, to))
    }
  }
  return hits
}

// Names end before references, places and columns.
function nameEnd(tokens: readonly Token[], start: number): number {
  let end = start
  while (end < tokens.length) {
    const token = tokens[end]
    if (token === undefined) break
    const { coded, word, gap } = token
    if (end > start && (coded || word.kind === 'place' || gap === 'wide' || gap === 'column')) break
    end += 1
  }
  return end
}
