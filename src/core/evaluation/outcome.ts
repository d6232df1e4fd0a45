import type { Verdict } from '../match/match.ts'
import type { Label } from './label.ts'
import type { LabelledCase, Prediction, TextKind } from './labelled-case.ts'

/** From this likelihood on, a charge without a product is listed as `unrecognised-charge`. */
const SHOWN_FROM = 0.5

/** One case beside what was said of it. */
export type Outcome = {
  readonly kind: TextKind
  readonly label: Label['kind']
  readonly verdict: Verdict
  /** The verdict is the right one to give. */
  readonly right: boolean
  readonly confidence: number
  /** Not attributed, but listed for a person; false for app names, which are listed anyway. */
  readonly shown: boolean
}

/**
 * Judges one prediction. A match is right only where it names the label: a family where only the family is certain, a
 * member where the member is. `ambiguous` is right where the label is among its candidates or cannot be told;
 * `not-software` where there is none; `unknown` where the catalogue holds no product of that label.
 */
export function judge({ kind, label }: LabelledCase, prediction: Prediction): Outcome {
  const { verdict, confidence, softwareLikelihood } = prediction
  const isOpen = verdict === 'unknown' || verdict === 'ambiguous'
  const isCharge = kind === 'descriptor' || kind === 'any'
  return {
    kind,
    label: label.kind,
    verdict,
    right: isRight(label, prediction),
    confidence,
    shown: isCharge && isOpen && softwareLikelihood >= SHOWN_FROM,
  }
}

function isRight(label: Label, { verdict, app, candidates }: Prediction): boolean {
  const ids: readonly string[] = label.kind === 'product' ? label.ids : []
  switch (verdict) {
    case 'match':
      return app !== null && ids.includes(app)
    case 'ambiguous':
      return label.kind === 'unresolvable' || candidates.some((candidate) => ids.includes(candidate.app))
    case 'not-software':
      return label.kind === 'none'
    case 'unknown':
      return label.kind !== 'product'
    default:
      return verdict satisfies never
  }
}
