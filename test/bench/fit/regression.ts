/** One observation: how often each weight counts, whether the outcome was so, and how many observations it stands for. */
export type Observation = { readonly counts: readonly number[]; readonly right: boolean; readonly weight: number }

export type Fit = {
  readonly vector: readonly number[]
  /** The standard error of each weight, from the curvature of the posterior. */
  readonly errors: readonly number[]
}

const MOST_STEPS = 50
const STILL = 1e-9

/**
 * Logistic regression by Newton's method: the weights that are likeliest after the observations, where each was expected at
 * `prior` with its standard deviation in `spread`. Deterministic; the order of the observations changes rounding at most.
 */
export function fitLogistic(
  observations: readonly Observation[],
  prior: readonly number[],
  spread: readonly number[],
): Fit {
  let vector = [...prior]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slopesAt(vector, observations, prior, spread)
    const move = solve(curvature, gradient)
    if (Math.max(...move.map(Math.abs)) < STILL) break
    vector = stepped(vector, move, observations, prior, spread)
  }
  const { curvature } = slopesAt(vector, observations, prior, spread)
  const errors = vector.map((_, at) => {
    const unit = vector.map((__, other) => (other === at ? 1 : 0))
    return Math.sqrt(solve(curvature, unit)[at] ?? 0)
  })
  return { vector, errors }
}

// A whole step may overshoot where few cases stand far out: it is halved until the fit is no worse.
function stepped(
  vector: readonly number[],
  move: readonly number[],
  observations: readonly Observation[],
  prior: readonly number[],
  spread: readonly number[],
): number[] {
  const before = costOf(vector, observations, prior, spread)
  for (let share = 1; share > STILL; share /= 2) {
    const next = vector.map((each, at) => each + share * (move[at] ?? 0))
    if (costOf(next, observations, prior, spread) <= before) return next
  }
  return [...vector]
}

function costOf(
  vector: readonly number[],
  observations: readonly Observation[],
  prior: readonly number[],
  spread: readonly number[],
): number {
  let cost = vector.reduce((sum, each, at) => sum + ((each - (prior[at] ?? 0)) / (spread[at] ?? 1)) ** 2 / 2, 0)
  for (const { counts, right, weight } of observations) {
    const odds = counts.reduce((sum, count, at) => sum + count * (vector[at] ?? 0), 0)
    cost += weight * Math.log1p(Math.exp(right ? -odds : odds))
  }
  return cost
}

/** The probability that the weights give to one observation. */
export function predicted(counts: readonly number[], vector: readonly number[]): number {
  return 1 / (1 + Math.exp(-counts.reduce((sum, count, at) => sum + count * (vector[at] ?? 0), 0)))
}

function slopesAt(
  vector: readonly number[],
  observations: readonly Observation[],
  prior: readonly number[],
  spread: readonly number[],
): { readonly gradient: readonly number[]; readonly curvature: readonly (readonly number[])[] } {
  const trust = spread.map((each) => 1 / each ** 2)
  const gradient = vector.map((each, at) => (trust[at] ?? 0) * ((prior[at] ?? 0) - each))
  const curvature = vector.map((_, row) => vector.map((__, column) => (row === column ? (trust[row] ?? 0) : 0)))
  for (const { counts, right, weight } of observations) {
    const probability = predicted(counts, vector)
    const error = weight * ((right ? 1 : 0) - probability)
    const bend = weight * probability * (1 - probability)
    const counted = counts.flatMap((count, at) => (count === 0 ? [] : [{ count, at }]))
    for (const { count, at } of counted) {
      gradient[at] = (gradient[at] ?? 0) + error * count
      const row = curvature[at] ?? []
      for (const other of counted) row[other.at] = (row[other.at] ?? 0) + bend * count * other.count
    }
  }
  return { gradient, curvature }
}

/** Solves `matrix * x = right` for a symmetric, positive definite matrix, by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  rows.forEach((row, at) => {
    const pivot = row[at] ?? 1
    for (const below of rows.slice(at + 1)) {
      const factor = (below[at] ?? 0) / pivot
      if (factor === 0) continue
      for (let column = at; column < row.length; column += 1) {
        below[column] = (below[column] ?? 0) - factor * (row[column] ?? 0)
      }
    }
  })
  const solution: number[] = right.map(() => 0)
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? []
    let rest = row.at(-1) ?? 0
    for (let column = at + 1; column < rows.length; column += 1) rest -= (row[column] ?? 0) * (solution[column] ?? 0)
    solution[at] = rest / (row[at] ?? 1)
  }
  return solution
}
