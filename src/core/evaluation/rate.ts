/** A share with its 95 % interval; all three are null where there was nothing to count. */
export type Rate = {
  readonly count: number
  readonly of: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

// The normal quantile that leaves 2.5 % above it.
const Z = 1.959963984540054

/** The share `count / of` with its Wilson score interval, which stays honest near 0 and 1 and with few cases. */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { count, of, value: null, low: null, high: null }
  const share = count / of
  const spread = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of)
  const centre = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of)
  return {
    count,
    of,
    value: share,
    // Rounding must not push a bound past the end that the share itself has reached.
    low: count === 0 ? 0 : Math.max(0, centre - spread),
    high: count === of ? 1 : Math.min(1, centre + spread),
  }
}
