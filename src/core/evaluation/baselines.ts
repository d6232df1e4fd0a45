import type { Catalogue } from '../catalogue.ts'
import { exactAndAlias } from './baselines/exact.ts'
import { firstWord } from './baselines/first-word.ts'
import { fixedSimilarity } from './baselines/similarity.ts'
import { substringList } from './baselines/substring.ts'
import type { Predict } from './labelled-case.ts'

/** The simple ways to match that figures are set beside: a matcher is worth only what it does better. */
export const BASELINES: readonly { readonly name: string; readonly make: (catalogue: Catalogue) => Predict }[] = [
  { name: 'substring', make: substringList },
  { name: 'similarity >= 0.80', make: fixedSimilarity },
  { name: 'first word', make: firstWord },
  { name: 'exact + alias', make: exactAndAlias },
]
