/** Log-odds to a probability, 0..1. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
