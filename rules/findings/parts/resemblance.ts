import type { AppFacts, AppIdentity } from '#core/app.ts'
import { skeleton } from '#core/confusable.ts'
import type { Evidence } from '#core/finding.ts'
import { publisherNames } from '#core/match/firm-names.ts'
import { squeeze } from '#core/name.ts'
import { googleProject, identifierKey } from '#core/identifier.ts'
import type { Facts } from '#core/rule.ts'
import { compare, distinct } from './order.ts'

/** What an app resembles and is not. */
export type Resemblance = {
  /** Name of what it resembles. */
  readonly name: string
  /** Why it is not that, a phrase each; never empty. */
  readonly reasons: readonly string[]
  readonly identities: readonly Evidence[]
}

// Below this length many honest names look alike.
const SHORTEST_SKELETON = 4

/**
 * Lookalikes by app id: identities that the matcher found contradicted, and apps whose name looks like that of another
 * app while publisher, owner tenant, domain or client differ. Of two such apps the one with the weaker claim is named.
 */
export function resemblances(facts: Facts): ReadonlyMap<string, Resemblance> {
  const found = new Map<string, Resemblance>()
  for (const each of facts.apps) {
    const contradicted = contradictions(each, facts)
    if (contradicted !== null) found.set(each.app.id, contradicted)
  }
  const bySkeleton = Map.groupBy(facts.apps, ({ app }) => skeleton(app.name))
  for (const [look, twins] of bySkeleton) {
    if (look.length < SHORTEST_SKELETON || twins.length < 2) continue
    const [first, ...others] = twins.toSorted(byClaim)
    for (const other of others) {
      if (first === undefined || found.has(other.app.id) || other.app.inCatalogue) continue
      const reasons = differences(first, other)
      if (reasons.length === 0) continue
      const identities = other.evidence.identities.map((identity) => describe(identity, reasons.join('; ')))
      found.set(other.app.id, { name: first.app.name, reasons, identities: sorted(identities) })
    }
  }
  return found
}

function contradictions({ evidence }: AppFacts, { catalogue }: Facts): Resemblance | null {
  const contradicted = evidence.identities.flatMap((identity) =>
    // A person's decision outranks what contradicts it.
    identity.contradiction === null || identity.attribution === 'judgement'
      ? []
      : [{ identity, ...identity.contradiction }],
  )
  const [first] = contradicted.toSorted((a, b) => compare(a.resembles, b.resembles) || compare(a.reason, b.reason))
  if (first === undefined) return null
  return {
    name: catalogue.products.find(({ id }) => id === first.resembles)?.name ?? first.resembles,
    reasons: distinct(contradicted.map(({ reason }) => reason)),
    identities: sorted(contradicted.map(({ identity, reason }) => describe(identity, reason))),
  }
}

/** The strongest claim to a name first: known to the catalogue, hard evidence, verified publisher, seen earlier, more users. */
function byClaim(a: AppFacts, b: AppFacts): number {
  return (
    Number(b.app.inCatalogue) - Number(a.app.inCatalogue) ||
    Number(isHard(b)) - Number(isHard(a)) ||
    Number(isVerified(b)) - Number(isVerified(a)) ||
    compare(a.app.firstSeen ?? '9', b.app.firstSeen ?? '9') ||
    b.app.users - a.app.users ||
    compare(a.app.id, b.app.id)
  )
}

function isHard({ app }: AppFacts): boolean {
  return app.attribution !== null && app.attribution !== 'name-only'
}

function isVerified({ evidence }: AppFacts): boolean {
  return evidence.identities.some((identity) => identity.publisherVerified)
}

function differences(real: AppFacts, other: AppFacts): string[] {
  const [ours, theirs] = [real.evidence.identities, other.evidence.identities]
  return [
    ...apart(publishersOf(ours), publishersOf(theirs), 'published by'),
    ...apart(tenantsOf(ours), tenantsOf(theirs), 'owned by tenant'),
    ...apart(domainsOf(real), domainsOf(other), 'at'),
    // A client id says who it is only beside one that is known for sure.
    ...(isHard(real) ? apart(projectsOf(ours), projectsOf(theirs), 'a client of Google project') : []),
  ]
}

/** A difference only where both sides say something and share nothing. */
function apart(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>, how: string): string[] {
  if (ours.size === 0 || theirs.size === 0 || [...theirs.keys()].some((key) => ours.has(key))) return []
  return [`${how} ${distinct([...theirs.values()]).join(', ')}, not ${distinct([...ours.values()]).join(', ')}`]
}

// One firm signs as "Miro Inc" here and as "Miro GmbH" there.
function publishersOf(identities: readonly AppIdentity[]): ReadonlyMap<string, string> {
  const stated = identities.flatMap(({ publisher }) => publisher ?? [])
  return new Map(stated.flatMap((publisher) => publisherNames(publisher).map((name) => [name, publisher])))
}

function tenantsOf(identities: readonly AppIdentity[]): ReadonlyMap<string, string> {
  return new Map(
    identities.flatMap(({ ownerTenant }) => (ownerTenant === null ? [] : [[squeeze(ownerTenant), ownerTenant]])),
  )
}

function domainsOf({ app, evidence }: AppFacts): ReadonlyMap<string, string> {
  const stated = evidence.identities.flatMap(({ identifiers }) =>
    identifiers.filter(({ kind }) => kind === 'domain').map(({ value }) => value),
  )
  return new Map([...stated, ...(app.domain === null ? [] : [app.domain])].map((domain) => [domain, domain]))
}

function projectsOf(identities: readonly AppIdentity[]): ReadonlyMap<string, string> {
  const clients = identities.flatMap(({ identifiers }) => identifiers.filter(({ kind }) => kind === 'google-client'))
  const projects = clients.flatMap(({ value }) => googleProject(value) ?? [])
  return new Map(projects.map((project) => [project, project]))
}

function describe(identity: AppIdentity, reason: string): Evidence {
  const [key = 'no identifier'] = identity.identifiers.map(identifierKey).toSorted(compare)
  const publisher = identity.publisher === null ? 'no publisher stated' : `publisher ${identity.publisher}`
  const verified = identity.publisher === null ? '' : identity.publisherVerified ? ' (verified)' : ' (not verified)'
  return {
    kind: 'identity',
    source: identity.source,
    key,
    text: `"${identity.name ?? 'without a name'}", ${key}, ${publisher}${verified}: ${reason}`,
  }
}

function sorted(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => compare(a.key, b.key) || compare(a.text, b.text))
}
