import type { Identity, Match } from '../match/match.ts'
import type { Label } from './label.ts'

/** Where a text was read. `any`: nobody says what it is. */
export const TEXT_KINDS = ['descriptor', 'oauth', 'sso', 'any'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export type LabelledCase = {
  readonly text: string
  readonly kind: TextKind
  readonly identity: Identity
  readonly label: Label
  /** What the case shows: `clean`, `truncated`, `lookalike`; empty where nobody said. */
  readonly category: string
}

/** The part of a match that is judged. Baselines answer in it too. */
export type Prediction = Pick<Match, 'verdict' | 'app' | 'candidates' | 'confidence' | 'softwareLikelihood'>

export type Predict = (identity: Identity) => Prediction
