import type { Identifier } from './identifier.ts'

export const JUDGEMENT_DECISIONS = ['confirm', 'reject', 'merge', 'split'] as const

type Signed = {
  readonly id: string
  readonly by: string
  /** ISO time; of two judgements on one thing the later one holds. */
  readonly at: string
  readonly reason: string
}

/** The identifier is this app; null says "no software". */
export type Confirmation = Signed & {
  readonly decision: 'confirm'
  readonly identifier: Identifier
  readonly app: string | null
}

/** The identifier is not this app, whatever else it is. */
export type Rejection = Signed & { readonly decision: 'reject'; readonly identifier: Identifier; readonly app: string }

/** Everything that is `app`, today and later, counts as `into`. */
export type Merge = Signed & { readonly decision: 'merge'; readonly app: string; readonly into: string }

/** The identifier belongs to an app of its own, which the person names; several splits may build one app. */
export type Split = Signed & {
  readonly decision: 'split'
  readonly identifier: Identifier
  readonly app: string
  readonly name: string
}

/** A person's decision on what is what. It outranks every score and can be undone by removing it. */
export type Judgement = Confirmation | Rejection | Merge | Split

/** Judgements in the order in which they hold: the later one wins, of equal times the higher id. */
export function inOrder<T extends Signed>(judgements: readonly T[]): readonly T[] {
  return judgements.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}
