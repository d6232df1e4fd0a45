import type { GalleryEntry } from '../gallery.ts'
import type { Judgement } from '../judgement.ts'
import type { Match, Verdict } from '../match/match.ts'
import type { Source } from '../observation.ts'
import type { Gathered } from '../reconcile/gather.ts'
import { joinPeople } from '../reconcile/people.ts'
import { createCredit } from './credit.ts'
import type { Identified } from './identified.ts'
import { resolveHistory } from './identified.ts'
import type { Proposal } from './proposal.ts'
import { weightOf } from './weight.ts'
import type { Weight } from './weight.ts'

/**
 * Why a change wants a second look: what was taken for no software becomes a product, a product loses to another one, a
 * product is not recognised any more, or people judged otherwise.
 */
export const DANGERS = ['was-not-software', 'taken-from-product', 'lost-product', 'against-judgement'] as const
export type Danger = (typeof DANGERS)[number]

/** What an identity is taken for. */
type Outcome = {
  readonly verdict: Verdict
  readonly app: string | null
  readonly name: string | null
  readonly confidence: number
}

/** A stored identity that the proposal would resolve otherwise. */
export type Change = {
  /** `where` of the entry that does it; null where several only together do. */
  readonly entry: string | null
  readonly what: 'charge' | 'app'
  readonly source: Source
  /** The charge text, or the name of the app, else its identifier. */
  readonly text: string
  readonly before: Outcome
  readonly after: Outcome
  /** A judgement keeps it as it was: `before` is what people decided, `after` what the entry alone would say. */
  readonly held: boolean
  readonly dangers: readonly Danger[]
  readonly weight: Weight
}

export type Backtest = {
  /** Distinct identities that were looked at. */
  readonly identities: number
  /** Those held by a judgement are among them; in the order of entries, the most rows first. */
  readonly changes: readonly Change[]
}

type Knowing = {
  readonly proposal: Proposal
  readonly judgements: readonly Judgement[]
  /** Names that are known beside the catalogue. */
  readonly gallery?: readonly GalleryEntry[]
}

/** Resolves a company's history with and without a proposal. Pure; the same for any order of observations and judgements. */
export function backtest(history: Gathered, { proposal, judgements, gallery = [] }: Knowing): Backtest {
  const { before, after } = proposal
  const [were, would] = [before, after].map((catalogue) => resolveHistory(history, catalogue, { judgements, gallery }))
  // What people decided hides what the entry would do: without judgements it is seen.
  const [plainly, plainlyThen] =
    judgements.length === 0
      ? [were, would]
      : [before, after].map((catalogue) => resolveHistory(history, catalogue, { judgements: [], gallery }))
  const directory = joinPeople(history.people)
  const credit = createCredit(proposal)
  const changes = [...(were ?? new Map<string, Identified>())].flatMap(([key, was]): readonly Change[] => {
    const [will, plain, then] = [would?.get(key), plainly?.get(key), plainlyThen?.get(key)]
    if (will === undefined || plain === undefined || then === undefined) return []
    const changed = !isSame(was.match, will.match)
    const held = !changed && !isSame(plain.match, then.match) && !isSame(was.match, then.match)
    if (!changed && !held) return []
    const next = held ? then : will
    return [
      {
        entry: credit(was, next),
        what: was.what,
        source: was.source,
        text: was.text,
        before: outcomeOf(was),
        after: outcomeOf(next),
        held,
        dangers: held ? [...dangersOf(was.match, next.match), 'against-judgement'] : dangersOf(was.match, next.match),
        weight: weightOf(was, directory),
      },
    ]
  })
  return { identities: were?.size ?? 0, changes: sorted(changes, proposal) }
}

function isSame(a: Match, b: Match): boolean {
  return a.verdict === b.verdict && a.app === b.app
}

function outcomeOf({ match: { verdict, app, confidence }, name }: Identified): Outcome {
  return { verdict, app, name, confidence }
}

function dangersOf(was: Match, will: Match): readonly Danger[] {
  if (was.verdict === 'not-software' && will.app !== null) return ['was-not-software']
  if (was.app === null) return []
  return [will.app === null ? 'lost-product' : 'taken-from-product']
}

function sorted(changes: readonly Change[], { entries }: Proposal): readonly Change[] {
  const places = new Map(entries.map(({ where }, place) => [where, place]))
  const place = ({ entry }: Change): number => places.get(entry ?? '') ?? entries.length
  return changes.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      b.weight.rows - a.weight.rows ||
      (`${a.source} ${a.text}` < `${b.source} ${b.text}` ? -1 : 1),
  )
}
