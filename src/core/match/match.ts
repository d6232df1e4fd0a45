import type { Product } from '../catalogue.ts'
import type { AppDecisions } from '../judge/app-decisions.ts'
import type { AppClue } from '../observation.ts'

export const VERDICTS = ['match', 'ambiguous', 'not-software', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

export const ATTRIBUTIONS = ['judgement', 'identifier', 'domain', 'descriptor', 'name-only'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

export type Candidate = {
  /** Product id. */
  readonly app: string
  readonly name: string
  readonly domain: string | null
  /** Calibrated probability that this candidate is the product, 0..1. */
  readonly confidence: number
}

/** What is to be resolved. A descriptor is a charge's text; an app is what an identity provider says. */
export type Identity =
  | {
      readonly kind: 'descriptor'
      readonly text: string
      readonly mcc: string | null
      readonly amountMinor: number | null
      readonly currency: string | null
      /** The charge comes back at a regular interval; null when not known. */
      readonly recurring: boolean | null
    }
  | { readonly kind: 'app'; readonly via: 'oauth' | 'sso'; readonly clue: AppClue }
  /** A text of which nobody says what it is: a name, a URL, a pasted descriptor. */
  | { readonly kind: 'any'; readonly text: string }

export type AppIdentity = Extract<Identity, { kind: 'app' }>

/** A resemblance that something hard contradicts: never a merge, always shown. */
export type Contradiction = {
  /** Product id that the name resembles. */
  readonly resembles: string
  readonly reason: string
}

/** The outcome of resolving one identity. A number never travels alone: reasons and the runner-up go with it. */
export type Match = {
  readonly verdict: Verdict
  /** Product id, only when the verdict is `match`. */
  readonly app: string | null
  readonly family: boolean
  /** P(the verdict is right), 0..1. */
  readonly confidence: number
  readonly attribution: Attribution | null
  readonly reasons: readonly string[]
  readonly runnerUp: Candidate | null
  /** The set when `ambiguous`, best first; else empty. */
  readonly candidates: readonly Candidate[]
  /** Intermediary id. */
  readonly intermediary: string | null
  /** P(this is software at all), 0..1. */
  readonly softwareLikelihood: number
  readonly contradiction: Contradiction | null
}

/** Resolves identities; deterministic, never throws on any text, and remembers repeated strings. */
export interface Matcher {
  match(identity: Identity): Match
  /** The same without anyone's merges: what an entry of the inventory means by itself. */
  unmerged(identity: Identity): Match
  /** Apps that people said this identity is not; no other evidence may join it to them. */
  refused(identity: Identity): ReadonlySet<string>
  /** The product that a match names: of the catalogue, or known from a gallery alone. Null for other ids. */
  readonly product: (id: string) => Product | null
  /** What people decided about apps as a whole; matches have it taken in already. */
  readonly decided: AppDecisions
}
