import type { Match } from './match.ts'

type Partial = Pick<Match, 'verdict' | 'confidence' | 'softwareLikelihood'> & {
  readonly reasons: () => readonly string[]
} & { readonly [K in Exclude<keyof Match, 'verdict' | 'confidence' | 'softwareLikelihood' | 'reasons'>]?: Match[K] }

const NO_CANDIDATES: Match['candidates'] = []

/** A match with what is usual left out; its reasons are worded when somebody reads them, and are plain data then. */
export function result(parts: Partial): Match {
  return new Resolved(parts)
}

// One getter for all: an object literal with a getter of its own costs V8 five times as much, at each match. Only the wording is
// kept of the parts: matches are remembered by the thousand.
class Resolved implements Match {
  declare readonly verdict: Match['verdict']
  declare readonly app: Match['app']
  declare readonly family: boolean
  declare readonly confidence: number
  declare readonly attribution: Match['attribution']
  declare readonly reasons: Match['reasons']
  declare readonly runnerUp: Match['runnerUp']
  declare readonly candidates: Match['candidates']
  declare readonly intermediary: Match['intermediary']
  declare readonly softwareLikelihood: number
  declare readonly contradiction: Match['contradiction']
  readonly #word: () => readonly string[]
  #worded: readonly string[] | null = null

  // Assigned in the order in which results are printed.
  constructor(parts: Partial) {
    this.#word = parts.reasons
    this.verdict = parts.verdict
    this.app = parts.app ?? null
    this.family = parts.family ?? false
    this.confidence = parts.confidence
    this.attribution = parts.attribution ?? null
    Object.defineProperty(this, 'reasons', Resolved.#REASONS)
    this.runnerUp = parts.runnerUp ?? null
    this.candidates = parts.candidates ?? NO_CANDIDATES
    this.intermediary = parts.intermediary ?? null
    this.softwareLikelihood = parts.softwareLikelihood
    this.contradiction = parts.contradiction ?? null
  }

  // Of each match itself, not of the class, so that a copy has reasons too.
  static readonly #REASONS: PropertyDescriptor & ThisType<Resolved> = {
    enumerable: true,
    get() {
      this.#worded ??= this.#word()
      return this.#worded
    },
  }
}
