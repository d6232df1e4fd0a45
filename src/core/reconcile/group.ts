import type { Product } from '../catalogue.ts'
import type { AppDecisions } from '../judge/app-decisions.ts'
import type { Match, Matcher } from '../match/match.ts'
import type { AppRecord, DescriptorRecord } from './gather.ts'
import type { Standings } from './standing.ts'
import { joinStrangers, standsAlone } from './strangers.ts'

export type ResolvedApp = {
  readonly record: AppRecord
  readonly match: Match
  /** Apps that people said it is not. */
  readonly refused: ReadonlySet<string>
}
export type ResolvedDescriptor = {
  readonly record: DescriptorRecord
  readonly match: Match
  readonly refused: ReadonlySet<string>
  readonly domains: readonly string[]
}

/** The identities that are one app. */
export type Group = {
  readonly id: string
  readonly product: Product | null
  /** The name that a person gave it by splitting it off. */
  readonly name: string | null
  readonly apps: readonly ResolvedApp[]
  /** Those of the apps that are it without anyone's merge, where the catalogue does not know it: they name it. */
  readonly own: readonly ResolvedApp[]
  readonly descriptors: readonly ResolvedDescriptor[]
}

export type Grouped = {
  readonly groups: readonly Group[]
  /** Charges that look like software and that nobody could attribute. */
  readonly unrecognised: readonly ResolvedDescriptor[]
}

// Below this a charge is more likely a shop than a tool, and showing it would flood.
const SOFTWARE_LIKELY = 0.5

type Known = {
  readonly product: Matcher['product']
  readonly decided: AppDecisions
  readonly catalogued: ReadonlySet<string>
  readonly standings: Standings
}

type Bucket = { apps: ResolvedApp[]; own: ResolvedApp[]; descriptors: ResolvedDescriptor[] }

/**
 * Joins resolved identities to apps: those of one product; those that the inventory names; and, for what nobody knows,
 * those that share a client's project, a SAML entity or a domain. A name alone never joins, and an identity that
 * something contradicts stays alone. What people merged is one app.
 */
export function group(apps: readonly ResolvedApp[], descriptors: readonly ResolvedDescriptor[], known: Known): Grouped {
  const { catalogued, decided } = known
  const buckets = new Map<string, Bucket>()
  const bucket = (found: string): Bucket => {
    const id = decided.countsAs(found)
    const existing = buckets.get(id) ?? { apps: [], own: [], descriptors: [] }
    buckets.set(id, existing)
    return existing
  }

  const strangers: ResolvedApp[] = []
  for (const resolved of apps) {
    const id = knownApp(resolved, known)
    if (id === null) strangers.push(resolved)
    else bucket(id).apps.push(resolved)
  }
  const { components, componentOfDomain } = joinStrangers(strangers, catalogued)
  for (const [id, members] of components) {
    bucket(id).apps.push(...members)
    if (decided.countsAs(id) === id) bucket(id).own.push(...members)
  }
  const appOfDomain = new Map([...galleryDomains(apps, known), ...componentOfDomain])

  const unrecognised: ResolvedDescriptor[] = []
  for (const resolved of descriptors) {
    const id = descriptorApp(resolved, known, appOfDomain)
    if (id !== null) bucket(id).descriptors.push(resolved)
    else if (looksLikeSoftware(resolved)) unrecognised.push(resolved)
  }
  const groups = [...buckets].map(([id, members]) => ({
    id,
    product: known.product(id),
    name: decided.nameOf(id),
    ...members,
  }))
  return { groups: groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)), unrecognised }
}

function knownApp(resolved: ResolvedApp, { product, standings }: Pick<Known, 'product' | 'standings'>): string | null {
  const { record, match, refused } = resolved
  const app = match.verdict === 'match' ? match.app : null
  if (app !== null && match.attribution === 'judgement') return app
  if (standsAlone(resolved)) return null
  if (app !== null && product(app)?.fromGallery !== true) return app
  // What people wrote into the inventory outranks a gallery.
  const entry = standings.entryFor(record.clue)
  const listed = entry === null ? null : standings.appOf(entry)
  if (listed !== null && !refused.has(listed)) return listed
  return app === null ? null : standings.listed(app)
}

/** The domains of apps that a gallery knows and the company has: a charge that prints one is for that app. */
function galleryDomains(
  apps: readonly ResolvedApp[],
  known: Pick<Known, 'product' | 'standings'>,
): ReadonlyMap<string, string> {
  const domains = new Map<string, string>()
  for (const resolved of apps) {
    const id = knownApp(resolved, known)
    const product = resolved.match.app === null ? null : known.product(resolved.match.app)
    if (id === null || product?.fromGallery !== true) continue
    for (const domain of product.domains) domains.set(domain, id)
  }
  return domains
}

function descriptorApp(
  { record, match, refused, domains }: ResolvedDescriptor,
  { product, standings }: Pick<Known, 'product' | 'standings'>,
  appOfDomain: ReadonlyMap<string, string>,
): string | null {
  const app = match.verdict === 'match' ? match.app : null
  if (app !== null && (match.attribution === 'judgement' || product(app)?.fromGallery !== true)) return app
  if (match.verdict === 'not-software') return null
  const entry = standings.entryFor({
    identifiers: [{ kind: 'descriptor', value: record.descriptor }],
    domains,
    name: null,
  })
  const ids = [
    ...(entry === null ? [] : [standings.appOf(entry)]),
    ...domains.flatMap((domain) => appOfDomain.get(domain) ?? []),
    ...(app === null ? [] : [standings.listed(app)]),
  ]
  return ids.find((id) => !refused.has(id)) ?? null
}

function looksLikeSoftware({ match }: ResolvedDescriptor): boolean {
  return (match.verdict === 'ambiguous' || match.verdict === 'unknown') && match.softwareLikelihood >= SOFTWARE_LIKELY
}
