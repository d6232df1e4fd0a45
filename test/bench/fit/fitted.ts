import type { Catalogue } from '#core/catalogue.ts'
import { buildIndex } from '#core/match/index-table.ts'
import type { Index } from '#core/match/index-table.ts'
import type { CaseFile } from '#jobs/evaluate.ts'
import { observationsOf } from './cross-validation.ts'
import { vectorOf } from './parameters.ts'
import { PRIOR, PRIOR_SPREADS } from './prior.ts'
import type { Fit, Observation } from './regression.ts'
import { fitLogistic } from './regression.ts'
import type { NoneWeights, Sample } from './samples.ts'
import { noneWeights, samplesOf } from './samples.ts'

export type Fitted = Fit & {
  readonly index: Index
  readonly samples: readonly Sample[]
  readonly none: NoneWeights
  readonly observations: readonly Observation[]
}

/** The weights that the labelled cases make likeliest, with what they were fitted on. */
export function fitWeights(files: readonly CaseFile[], catalogue: Catalogue): Fitted {
  const index = buildIndex(catalogue)
  const samples = samplesOf(files, catalogue, index)
  const none = noneWeights(samples)
  const observations = observationsOf(samples, none)
  return { ...fitLogistic(observations, vectorOf(PRIOR), PRIOR_SPREADS), index, samples, none, observations }
}
