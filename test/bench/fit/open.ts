import type { Catalogue } from '#core/catalogue.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import { judge } from '#core/evaluation/outcome.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { anyOdds, OPEN_SOURCES } from '#core/match/open-confidence.ts'
import type { OpenSource } from '#core/match/open-confidence.ts'
import type { CaseFile } from '#jobs/evaluate.ts'
import { readLabelledCases } from '#jobs/labelled-cases.ts'
import type { Fit } from './regression.ts'
import { fitLogistic } from './regression.ts'

export type FittedOpen = Fit & { readonly source: OpenSource; readonly cases: number; readonly right: number }

// What was sure or unlikely has been decided: within the rest, odds say little.
const BEFOREHAND = [0.25, 0]
const SPREADS = [0.25, 2]

/** How far the odds of candidates hold where a text is left open, by the source of the text: slope and shift. */
export function fitOpen(files: readonly CaseFile[], catalogue: Catalogue): readonly FittedOpen[] {
  const readLabel = createLabelReader(catalogue)
  const matcher = createMatcher(catalogue)
  const open = files
    .filter(({ name }) => !name.startsWith('held-out-'))
    .flatMap(({ csv }) => readLabelledCases(csv, readLabel).cases)
    .flatMap((each) => {
      const match = matcher.match(each.identity)
      if (match.verdict !== 'ambiguous') return []
      return [{ source: each.kind, counts: [anyOdds(match), 1], right: judge(each, match).right, weight: 1 }]
    })
  return OPEN_SOURCES.map((source) => {
    const own = open.filter((each) => each.source === source)
    const right = own.filter((each) => each.right).length
    return { source, cases: own.length, right, ...fitLogistic(own, BEFOREHAND, SPREADS) }
  })
}
