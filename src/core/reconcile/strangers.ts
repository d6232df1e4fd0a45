import { createHash } from 'node:crypto'
import { identifierKey } from '../identifier.ts'
import { domainAppId, slug } from '../stranger-id.ts'
import { primaryIdentifier } from './clue.ts'
import type { ResolvedApp } from './group.ts'

/** What something contradicts, a script, and what a person said is no product, is no part of anything else. */
export function standsAlone({ record, match }: ResolvedApp): boolean {
  return match.contradiction !== null || record.clue.owner === 'script' || match.verdict === 'not-software'
}

/** Connected components over the hard keys that unknown apps share. */
export function joinStrangers(
  strangers: readonly ResolvedApp[],
  catalogued: ReadonlySet<string>,
): { components: Map<string, ResolvedApp[]>; componentOfDomain: Map<string, string> } {
  const memberOf = new Map<string, Set<ResolvedApp>>()
  for (const stranger of strangers) {
    const keys = joinKeys(stranger, catalogued)
    const component = new Set([stranger])
    for (const key of keys) for (const member of memberOf.get(key) ?? []) component.add(member)
    for (const member of component) for (const key of joinKeys(member, catalogued)) memberOf.set(key, component)
  }
  const components = new Map<string, ResolvedApp[]>()
  const componentOfDomain = new Map<string, string>()
  for (const component of new Set(memberOf.values())) {
    const members = [...component].toSorted((a, b) => (a.record.key < b.record.key ? -1 : 1))
    const id = strangerId(members, catalogued)
    components.set(id, members)
    for (const member of members) {
      for (const domain of joinDomains(member, catalogued)) componentOfDomain.set(domain, id)
    }
  }
  return { components, componentOfDomain }
}

function joinKeys(stranger: ResolvedApp, catalogued: ReadonlySet<string>): string[] {
  const { clue } = stranger.record
  const own = identifierKey(primaryIdentifier(clue))
  // A bare name is no identity: two sources that both say "Notes" do not mean one app.
  const alone = own.startsWith('name:') ? `${stranger.record.source}|${own}` : own
  if (joinsNothing(stranger)) return [alone]
  const shared = clue.identifiers.filter(({ kind }) => kind !== 'name' && kind !== 'domain' && kind !== 'descriptor')
  return [alone, ...shared.map(identifierKey), ...joinDomains(stranger, catalogued).map((domain) => `domain:${domain}`)]
}

/** Besides what stands alone: what a person took out of an app that only shared domains and ids hold together. */
function joinsNothing(stranger: ResolvedApp): boolean {
  return standsAlone(stranger) || [...stranger.refused].some((id) => id.startsWith('app-'))
}

/** Domains that say who an app is: a catalogue product's would have matched it, or contradicts it. */
function joinDomains(stranger: ResolvedApp, catalogued: ReadonlySet<string>): string[] {
  if (joinsNothing(stranger)) return []
  return stranger.record.clue.domains.filter((domain) => !catalogued.has(domain))
}

function strangerId(members: readonly ResolvedApp[], catalogued: ReadonlySet<string>): string {
  const domain = members.flatMap((member) => joinDomains(member, catalogued)).toSorted()[0]
  if (domain !== undefined) return domainAppId(domain)
  const [first] = members
  if (first === undefined) throw new Error('a component has at least one member')
  const key = identifierKey(primaryIdentifier(first.record.clue))
  const hash = createHash('sha256').update(`${first.record.source}|${key}`).digest('hex').slice(0, 8)
  const name = slug(first.record.clue.name ?? first.record.source)
  return name === '' ? `app-${hash}` : `app-${name}-${hash}`
}
