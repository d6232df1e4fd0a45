import type { App, AppFacts } from '../app.ts'
import type { Catalogue } from '../catalogue.ts'
import type { StatementAccount, UnrecognisedCharge } from '../charge.ts'
import type { InventoryEntry } from '../inventory.ts'
import type { Matcher } from '../match/match.ts'
import type { Observation, Source } from '../observation.ts'
import type { Person } from '../person.ts'
import { summarise } from './app.ts'
import { evidenceOf } from './evidence.ts'
import { gather } from './gather.ts'
import { group } from './group.ts'
import { ownDomains } from './own-domains.ts'
import { joinPeople } from './people.ts'
import { resolveApps, resolveDescriptors } from './resolve.ts'
import { createStandings } from './standing.ts'
import { statementAccounts } from './statements.ts'
import { unrecognisedCharges } from './unrecognised.ts'

type Seen = Pick<App, 'firstSeen' | 'lastSeen'>

export type ReconcileInput = {
  readonly observations: AsyncIterable<Observation> | Iterable<Observation>
  readonly inventory: readonly InventoryEntry[]
  readonly catalogue: Catalogue
  readonly matcher: Matcher
  /** Apps of the last detection: they keep the day they were first seen, and the last if nobody looked since. */
  readonly previous: ReadonlyMap<string, Seen>
  /** ISO time at which a source was last read: when its facts were seen, where it does not date them. */
  readonly readAt: (source: Source) => string
}

export type Reconciled = {
  readonly apps: readonly AppFacts[]
  readonly people: readonly Person[]
  readonly unrecognised: readonly UnrecognisedCharge[]
  readonly statements: readonly StatementAccount[]
}

/** From observations to the company's apps with their evidence. Pure; the same for any order of observations. */
export async function reconcile(input: ReconcileInput): Promise<Reconciled> {
  const { inventory, catalogue, matcher } = input
  const gathered = await gather(input.observations)
  const directory = joinPeople(gathered.people)
  const standings = createStandings(inventory, catalogue, matcher)
  const catalogued = new Set(catalogue.products.flatMap(({ domains, sharedDomains }) => [...domains, ...sharedDomains]))
  const apps = resolveApps(gathered.apps, matcher, ownDomains(gathered.people, catalogued))
  const descriptors = resolveDescriptors(gathered.descriptors, matcher)
  const { groups, unrecognised } = group(apps, descriptors, {
    product: matcher.product,
    decided: matcher.decided,
    catalogued,
    standings,
  })
  return {
    apps: groups.map((members) => {
      const evidence = evidenceOf(members, directory)
      const previous = seenBefore([members.id, ...matcher.decided.mergedInto(members.id)], input.previous)
      return { app: summarise(members, evidence, { standings, directory, previous, readAt: input.readAt }), evidence }
    }),
    people: directory.people,
    unrecognised: unrecognisedCharges(unrecognised, directory),
    statements: statementAccounts(gathered.descriptors),
  }
}

/** When an app and those merged into it were first and last seen; null where none of them was. */
function seenBefore(ids: readonly string[], previous: ReconcileInput['previous']): Seen | null {
  const seen = ids.flatMap((id) => previous.get(id) ?? [])
  if (seen.length === 0) return null
  const first = seen.flatMap(({ firstSeen }) => firstSeen ?? []).toSorted()
  const last = seen.flatMap(({ lastSeen }) => lastSeen ?? []).toSorted()
  return { firstSeen: first[0] ?? null, lastSeen: last.at(-1) ?? null }
}
