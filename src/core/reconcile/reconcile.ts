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

export type ReconcileInput = {
  readonly observations: AsyncIterable<Observation> | Iterable<Observation>
  readonly inventory: readonly InventoryEntry[]
  readonly catalogue: Catalogue
  readonly matcher: Matcher
  /** Apps of the last detection: they keep the day they were first seen, and the last if nobody looked since. */
  readonly previous: ReadonlyMap<string, Pick<App, 'firstSeen' | 'lastSeen'>>
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
  const { groups, unrecognised } = group(apps, descriptors, { product: matcher.product, catalogued, standings })
  return {
    apps: groups.map((members) => {
      const evidence = evidenceOf(members, directory)
      const previous = input.previous.get(members.id) ?? null
      return { app: summarise(members, evidence, { standings, directory, previous, readAt: input.readAt }), evidence }
    }),
    people: directory.people,
    unrecognised: unrecognisedCharges(unrecognised, directory),
    statements: statementAccounts(gathered.descriptors),
  }
}
