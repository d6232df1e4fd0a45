import { calibrationOf } from '#core/evaluation/calibration.ts'
import { rateOf } from '#core/evaluation/rate.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import { ACCEPT_CHARGE, decide } from '#core/match/decide.ts'
import type { Index } from '#core/match/index-table.ts'
import type { Ranked } from '#core/match/rank.ts'
import { countsOf } from './parameters.ts'
import type { Observation } from './regression.ts'
import { predicted } from './regression.ts'
import type { NoneWeights, Sample } from './samples.ts'
import { pairsOf } from './samples.ts'

const FOLDS = 10

export type Validation = {
  /** Mean negative log-likelihood of a candidate, weighed, in nats. */
  readonly logLoss: number
  readonly precision: Rate
  readonly recall: Rate
  readonly calibrationError: number
}

/** How weights are had from observations: fitted, or simply the prior. */
export type Weigh = (observations: readonly Observation[]) => readonly number[]

/** The observations of some samples. */
export function observationsOf(samples: readonly Sample[], none: NoneWeights): readonly Observation[] {
  return samples.flatMap((sample) =>
    pairsOf(sample, none).map(({ ranked, right, weight }) => ({
      counts: countsOf(ranked.features),
      right,
      weight,
    })),
  )
}

/** Ten folds by the product that a text resembles most, so that no weight is judged on a product that it was fitted on. */
export function crossValidate(samples: readonly Sample[], index: Index, none: NoneWeights, weigh: Weigh): Validation {
  let loss = 0
  let weights = 0
  let matches = 0
  let right = 0
  const stated: { confidence: number; right: boolean }[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const vector = weigh(
      observationsOf(
        samples.filter((sample) => foldOf(sample) !== fold),
        none,
      ),
    )
    const kept = samples.filter((sample) => foldOf(sample) === fold)
    for (const { counts, right: isRight, weight } of observationsOf(kept, none)) {
      const probability = predicted(counts, vector)
      loss -= weight * Math.log(Math.max(1e-12, isRight ? probability : 1 - probability))
      weights += weight
      stated.push({ confidence: probability, right: isRight })
    }
    for (const { label, ranked } of kept) {
      const decision = decide(reweighed(ranked, vector), index, ACCEPT_CHARGE)
      if (decision.kind !== 'match') continue
      matches += 1
      if (label.kind === 'product' && label.ids.includes(decision.product.id)) right += 1
    }
  }
  const software = samples.filter(({ label }) => label.kind === 'product').length
  return {
    logLoss: loss / weights,
    precision: rateOf(right, matches),
    recall: rateOf(right, software),
    calibrationError: calibrationOf(stated).error ?? 0,
  }
}

function reweighed(ranked: readonly Ranked[], vector: readonly number[]): readonly Ranked[] {
  return ranked
    .map((each) => ({ ...each, confidence: predicted(countsOf(each.features), vector) }))
    .toSorted((a, b) => b.confidence - a.confidence)
}

function foldOf({ ranked }: Sample): number {
  const id = ranked[0]?.hit.product.id ?? ''
  let sum = 0
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) % 9973
  return sum % FOLDS
}
