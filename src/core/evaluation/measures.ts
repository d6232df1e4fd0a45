import { VERDICTS } from '../match/match.ts'
import type { Verdict } from '../match/match.ts'
import { calibrationOf } from './calibration.ts'
import type { Calibration } from './calibration.ts'
import type { Outcome } from './outcome.ts'
import { rateOf } from './rate.ts'
import type { Rate } from './rate.ts'

/** The figures of a set of outcomes. Precision and non-software are counted over all labels, absent ones too. */
export type Measures = {
  readonly cases: number
  /** Labels that name a product or family, whether the catalogue holds it or not. */
  readonly software: number
  readonly notInCatalogue: number
  readonly unresolvable: number
  readonly notSoftware: number
  /** Right matches of all matches. */
  readonly precision: Rate
  /** Right matches of all software. */
  readonly recall: Rate
  /** Right matches of the software that the catalogue holds. */
  readonly recallInCatalogue: Rate
  /** `ambiguous` or `unknown`, of all cases. */
  readonly abstained: Rate
  /** Matched, of what is no software. */
  readonly notSoftwareAccepted: Rate
  /** Listed for a person as unrecognised, of what is no software; charges only. */
  readonly notSoftwareShown: Rate
  /** Neither matched nor listed for a person, of all software; charges only. */
  readonly softwareMissed: Rate
  readonly calibration: Calibration
  readonly verdicts: readonly VerdictMeasures[]
}

type VerdictMeasures = {
  readonly verdict: Verdict
  readonly right: Rate
  readonly calibration: Calibration
}

/** Counts outcomes into figures, each with its 95 % interval. */
export function measure(outcomes: readonly Outcome[]): Measures {
  const count = (isCounted: (outcome: Outcome) => boolean): number => outcomes.filter(isCounted).length
  const share = (isOf: (outcome: Outcome) => boolean, isCounted: (outcome: Outcome) => boolean): Rate =>
    rateOf(
      count((each) => isOf(each) && isCounted(each)),
      count(isOf),
    )
  return {
    cases: outcomes.length,
    software: count(isSoftware),
    notInCatalogue: count(({ label }) => label === 'absent'),
    unresolvable: count(({ label }) => label === 'unresolvable'),
    notSoftware: count(isNotSoftware),
    precision: share(isMatch, ({ right }) => right),
    recall: share(isSoftware, (each) => isMatch(each) && each.right),
    recallInCatalogue: share(
      ({ label }) => label === 'product',
      (each) => isMatch(each) && each.right,
    ),
    abstained: share(
      () => true,
      ({ verdict }) => verdict === 'ambiguous' || verdict === 'unknown',
    ),
    notSoftwareAccepted: share(isNotSoftware, isMatch),
    notSoftwareShown: share(
      (each) => isNotSoftware(each) && isCharge(each),
      ({ shown }) => shown,
    ),
    softwareMissed: share(
      (each) => !isNotSoftware(each) && isCharge(each),
      (each) => !isMatch(each) && !each.shown,
    ),
    calibration: calibrationOf(outcomes),
    verdicts: VERDICTS.map((verdict) => {
      const given = outcomes.filter((outcome) => outcome.verdict === verdict)
      const right = given.filter((outcome) => outcome.right).length
      return { verdict, right: rateOf(right, given.length), calibration: calibrationOf(given) }
    }),
  }
}

function isMatch({ verdict }: Outcome): boolean {
  return verdict === 'match'
}

function isSoftware({ label }: Outcome): boolean {
  return label === 'product' || label === 'absent'
}

function isNotSoftware({ label }: Outcome): boolean {
  return label === 'none'
}

function isCharge({ kind }: Outcome): boolean {
  return kind === 'descriptor' || kind === 'any'
}
