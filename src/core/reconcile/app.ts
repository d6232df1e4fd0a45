import type { App, AppEvidence, AppKind, SourceSummary } from '../app.ts'
import type { Attribution } from '../match/match.ts'
import { ATTRIBUTIONS } from '../match/match.ts'
import type { Source } from '../observation.ts'
import { holders } from './evidence.ts'
import type { AppRecord } from './gather.ts'
import { primaryIdentifier } from './clue.ts'
import type { Group, ResolvedApp } from './group.ts'
import type { Directory } from './people.ts'
import { summariseCharges } from './spend.ts'
import type { Standings } from './standing.ts'

export type SummaryContext = {
  readonly standings: Standings
  readonly directory: Directory
  readonly previous: Pick<App, 'firstSeen' | 'lastSeen'> | null
  readonly readAt: (source: Source) => string
}

/** The counts of one app, for lists and rules. */
export function summarise(group: Group, evidence: AppEvidence, context: SummaryContext): App {
  const { product } = group
  const described = product?.fromGallery === true ? null : product
  const { standing, entry, isOwn } = context.standings.standing(group.id, product)
  const naming = group.own.length > 0 ? group.own : group.apps
  const best = naming.toSorted((a, b) => b.record.observations - a.record.observations)[0] ?? null
  const clue = best?.record.clue ?? null
  const names = [described?.name, group.name, isOwn ? entry?.tool : null, product?.name, clue?.name, clue?.domains[0]]
  return {
    id: group.id,
    name: names.find((name) => name != null) ?? entry?.tool ?? unnamed(best),
    vendor: described?.vendor ?? entry?.vendor ?? product?.vendor ?? clue?.publisher ?? null,
    domain: described?.domains[0] ?? entry?.domain ?? product?.domains[0] ?? clue?.domains[0] ?? null,
    inCatalogue: described !== null,
    family: product?.family ?? false,
    category: described?.category ?? null,
    capabilities: described?.capabilities ?? entry?.capabilities ?? [],
    kind: kindOf(group),
    standing,
    inventoryEntry: entry?.id ?? null,
    users: evidence.people.length,
    sources: sourceSummaries(group.apps, context.directory),
    statement: group.descriptors.length === 0 ? null : summariseCharges(evidence.charges),
    attribution: bestAttribution(evidence),
    confidence: Math.max(0, ...evidence.identities.map((identity) => identity.confidence)),
    tags: tagsOf(group, evidence, product?.ai ?? false),
    ...seen(group, evidence, context),
  }
}

function unnamed(best: ResolvedApp | null): string {
  return best === null ? 'Unnamed app' : `Unnamed app (${primaryIdentifier(best.record.clue).value})`
}

function kindOf(group: Group): AppKind {
  // What a person said is no software is nothing that one buys.
  const owners = new Set(
    group.apps.map(({ record, match }) => {
      return match.verdict === 'not-software' ? 'in-house' : (record.clue.owner ?? 'third-party')
    }),
  )
  if (owners.size === 0 || owners.has('third-party') || group.descriptors.length > 0) return 'third-party'
  const order = ['in-house', 'platform', 'script'] as const
  return order.find((owner) => owners.has(owner)) ?? 'third-party'
}

function bestAttribution(evidence: AppEvidence): Attribution | null {
  const found = new Set(evidence.identities.map((identity) => identity.attribution))
  return ATTRIBUTIONS.find((attribution) => found.has(attribution)) ?? null
}

function tagsOf(group: Group, evidence: AppEvidence, ai: boolean): string[] {
  const records = group.apps.map(({ record }) => record)
  const identities = evidence.identities
  const tags = {
    ai,
    // Every source that signs people in has it switched off.
    disabled: records.some(({ enabled }) => enabled === false) && !records.some(({ enabled }) => enabled === true),
    lookalike: identities.some((identity) => identity.contradiction !== null),
    missing: records.length > 0 && records.every((record) => record.missing === record.observations),
    'name-only': identities.length > 0 && identities.every((identity) => identity.attribution === 'name-only'),
    'not-rechecked': records.some((record) => record.notRechecked > 0),
  }
  return Object.entries(tags).flatMap(([tag, applies]) => (applies ? [tag] : []))
}

function sourceSummaries(apps: readonly ResolvedApp[], directory: Directory): App['sources'] {
  const bySource = Map.groupBy(
    apps.map(({ record }) => record),
    (record) => record.source,
  )
  const summaries: Partial<Record<Exclude<Source, 'statement'>, SourceSummary>> = {}
  for (const [source, records] of [...bySource].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (source !== 'statement') summaries[source] = sourceSummary(records, directory)
  }
  return summaries
}

function sourceSummary(records: readonly AppRecord[], directory: Directory): SourceSummary {
  const grants = records.flatMap((record) => [...record.grants.values()])
  return {
    users: new Set(records.flatMap((record) => [...holders(record)].map((email) => directory.byEmail(email).id))).size,
    identifiers: sorted(records.map((record) => primaryIdentifier(record.clue).value)),
    scopes: sorted(grants.flatMap((grant) => [...grant.scopes])),
    tenantWide: grants.some((grant) => grant.tenantWide),
    groups: sorted(records.flatMap((record) => [...record.groups])),
  }
}

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].toSorted()
}

function seen(group: Group, evidence: AppEvidence, context: SummaryContext): Pick<App, 'firstSeen' | 'lastSeen'> {
  const records = group.apps.map(({ record }) => record)
  const dated = [
    ...evidence.charges.map((charge) => `${charge.date}T00:00:00.000Z`),
    ...records.flatMap((record) => [record.firstAt, record.lastAt].filter((at) => at !== null)),
  ]
  // Tokens, consents and lists carry no date of their own: they are seen when they are read.
  const undated = records.flatMap((record) => (record.reread > 0 ? [context.readAt(record.source)] : []))
  const { firstSeen: before, lastSeen: lastTime } = context.previous ?? { firstSeen: null, lastSeen: null }
  const first = [...dated, ...(before === null ? undated : [before])].toSorted()[0]
  const last = [...dated, ...undated, ...(lastTime === null || undated.length > 0 ? [] : [lastTime])].toSorted().at(-1)
  return { firstSeen: first ?? null, lastSeen: last ?? null }
}
