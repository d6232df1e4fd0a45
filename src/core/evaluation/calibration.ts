/** A stated probability, and whether what it was stated of was so. */
export type Statement = { readonly confidence: number; readonly right: boolean }

/** The expected calibration error with its 95 % interval; null where nothing was stated. */
export type Calibration = {
  readonly cases: number
  readonly error: number | null
  readonly low: number | null
  readonly high: number | null
}

const BINS = 10
const RESAMPLES = 200
const SEED = 0x9e3779b9

/**
 * How far stated probabilities are from the truth: over ten equal bins of confidence, the mean distance of the mean
 * confidence from the share that was right, weighed by cases. The interval is the middle 95 % of 200 resamples, drawn by
 * a fixed sequence, so that the same cases give the same interval.
 */
export function calibrationOf(statements: readonly Statement[]): Calibration {
  const cases = statements.length
  if (cases === 0) return { cases, error: null, low: null, high: null }
  // Drawing is by place: sorted, so that the order of the cases does not change the interval.
  const sorted = statements.toSorted((a, b) => a.confidence - b.confidence || Number(a.right) - Number(b.right))
  const random = sequence(SEED)
  const resampled = Array.from({ length: RESAMPLES }, () =>
    calibrationError(cases, () => sorted[Math.floor(random() * cases)]),
  ).toSorted((a, b) => a - b)
  const error = calibrationError(cases, (at) => sorted[at])
  return {
    cases,
    error,
    // Resampling adds noise and so lifts the error: the interval must still hold the figure that it belongs to.
    low: Math.min(error, resampled[Math.floor(RESAMPLES * 0.025)] ?? error),
    high: Math.max(error, resampled[Math.ceil(RESAMPLES * 0.975) - 1] ?? error),
  }
}

function calibrationError(cases: number, statementAt: (at: number) => Statement | undefined): number {
  const stated = new Float64Array(BINS)
  const right = new Float64Array(BINS)
  for (let at = 0; at < cases; at += 1) {
    const statement = statementAt(at)
    if (statement === undefined) continue
    const bin = Math.min(BINS - 1, Math.floor(statement.confidence * BINS))
    stated[bin] = (stated[bin] ?? 0) + statement.confidence
    right[bin] = (right[bin] ?? 0) + (statement.right ? 1 : 0)
  }
  return stated.reduce((sum, each, bin) => sum + Math.abs(each - (right[bin] ?? 0)), 0) / cases
}

/** Evenly spread numbers in [0, 1), always the same ones (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
