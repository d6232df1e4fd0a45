import type { Identity, Match } from './match.ts'
import { probability } from './probability.ts'
import { rounded } from './explain.ts'
import { result } from './result.ts'

export const OPEN_SOURCES = ['descriptor', 'oauth', 'sso', 'any'] as const
export type OpenSource = (typeof OPEN_SOURCES)[number]

/** Log-odds that the product meant is among the candidates: `slope` times those of any of them by itself, and `shift`. */
export type OpenOdds = { readonly slope: number; readonly shift: number }

/**
 * What is left open is the rest: whatever was sure enough has been accepted, so that the odds of each candidate say too much. Fitted by
 * `npm run fit` on the labelled cases that are not held out and end as `ambiguous`; right is also what nobody could tell.
 */
export const OPEN_ODDS: Readonly<Record<OpenSource, OpenOdds>> = {
  descriptor: { slope: 0.54, shift: 0.18 },
  oauth: { slope: 0.27, shift: -0.42 },
  sso: { slope: 0.06, shift: -2.28 },
  any: { slope: 0.31, shift: -0.45 },
}

/** A match whose confidence is that of its verdict: of a set, that the product meant is in it, or that nobody could tell. */
export function withOpenConfidence(match: Match, identity: Identity): Match {
  if (match.verdict !== 'ambiguous') return match
  const { slope, shift } = OPEN_ODDS[sourceOf(identity)]
  const confidence = rounded(probability(slope * anyOdds(match) + shift))
  return result({ ...match, confidence, reasons: () => match.reasons })
}

/** Log-odds that one of the candidates is meant, were each right by itself. */
export function anyOdds({ candidates }: Pick<Match, 'candidates'>): number {
  const none = candidates.reduce((rest, { confidence }) => rest * (1 - confidence), 1)
  const bounded = Math.min(0.999, Math.max(0.001, none))
  return Math.log((1 - bounded) / bounded)
}

function sourceOf(identity: Identity): OpenSource {
  return identity.kind === 'app' ? identity.via : identity.kind
}
