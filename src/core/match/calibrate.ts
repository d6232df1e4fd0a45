// The log-odds of an accepted product hold as they are. Below that the features that were left unexplained depend on each other,
// and their sum says too much. Fitted by `node test/bench/fit.ts` on the labelled descriptors of `fixtures/matching` alone.
const SLOPE = 0.8
const SHIFT = -1.06
/** Log-odds from which a product is accepted without a person: 0.95. */
export const ACCEPTED_ODDS = Math.log(0.95 / 0.05)
// Just below: what is not accepted is never as credible as what is.
const MOST_OPEN = ACCEPTED_ODDS - 0.05

/** Summed log-odds of the features as a calibrated probability, 0..1. */
export function calibrated(logOdds: number): number {
  if (logOdds >= ACCEPTED_ODDS) return probability(logOdds)
  return probability(Math.min(MOST_OPEN, SLOPE * logOdds + SHIFT))
}

/** Log-odds to a probability, 0..1. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
