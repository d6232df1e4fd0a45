import type { AppCharge, AppEvidence, AppGrant, AppIdentity, AppPerson } from '../app.ts'
import type { Match } from '../match/match.ts'
import type { PersonStatus, Source } from '../observation.ts'
import type { Person } from '../person.ts'
import type { AppRecord, DescriptorRecord } from './gather.ts'
import { primaryIdentifier } from './clue.ts'
import type { Group, ResolvedApp, ResolvedDescriptor } from './group.ts'
import type { Directory } from './people.ts'

/** All that supports one app, every list sorted. */
export function evidenceOf(group: Group, directory: Directory): AppEvidence {
  return {
    app: group.id,
    people: peopleOf(group.apps, directory),
    identities: [...group.apps.map(appIdentity), ...group.descriptors.map(descriptorIdentity)],
    grants: group.apps.flatMap(({ record }) => grantsOf(record, directory)),
    charges: group.descriptors
      .flatMap((resolved) => chargesOf(resolved.record, resolved.match, directory))
      .toSorted(byDate),
  }
}

/** E-mails, as the source writes them, of those who hold a way into the app: tokens, own consents, direct assignments. */
export function holders(record: AppRecord): Set<string> {
  const emails = new Set(record.assigned)
  for (const grant of record.grants.values()) {
    if (!grant.tenantWide) for (const person of grant.people) emails.add(person)
  }
  return emails
}

function peopleOf(apps: readonly ResolvedApp[], directory: Directory): AppPerson[] {
  const people = new Map<string, { person: Person; sources: Set<Source>; lastUsed: string | null }>()
  for (const { record } of apps) {
    for (const email of holders(record)) {
      const person = directory.byEmail(email)
      const entry = people.get(person.id) ?? { person, sources: new Set<Source>(), lastUsed: null }
      people.set(person.id, entry)
      entry.sources.add(record.source)
      const used = record.used.get(email) ?? null
      if (used !== null && (entry.lastUsed === null || used > entry.lastUsed)) entry.lastUsed = used
    }
  }
  return [...people.values()]
    .toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1))
    .map(({ person, sources, lastUsed }) => ({
      person: person.id,
      name: person.name,
      status: holderStatus(person, sources, directory),
      department: person.department,
      sources: [...sources].toSorted(),
      lastUsed,
    }))
}

/** A directory that suspended the account decides over the access that it gave, even if another one has the person active. */
function holderStatus(person: Person, sources: ReadonlySet<Source>, directory: Directory): PersonStatus {
  const stated = [...sources].map((source) => directory.statusIn(person, source))
  if (stated.includes('deleted')) return 'deleted'
  return stated.includes('suspended') ? 'suspended' : person.status
}

function appIdentity({ record, match }: ResolvedApp): AppIdentity {
  const { clue } = record
  return {
    source: record.source,
    identifiers: clue.identifiers,
    name: clue.name,
    publisher: clue.publisher,
    publisherVerified: clue.publisherVerified,
    ownerTenant: clue.ownerTenant,
    observations: record.observations,
    ...reasonsOf(match),
  }
}

function descriptorIdentity({ record, match }: ResolvedDescriptor): AppIdentity {
  return {
    source: 'statement',
    identifiers: [{ kind: 'descriptor', value: record.descriptor }],
    name: null,
    publisher: null,
    publisherVerified: false,
    ownerTenant: null,
    observations: record.charges.length,
    ...reasonsOf(match),
  }
}

function reasonsOf(
  match: Match,
): Pick<AppIdentity, 'attribution' | 'confidence' | 'reasons' | 'runnerUp' | 'contradiction'> {
  const { attribution, confidence, reasons, contradiction } = match
  return { attribution, confidence, reasons, runnerUp: match.runnerUp?.app ?? null, contradiction }
}

function grantsOf(record: AppRecord, directory: Directory): AppGrant[] {
  const kinds = [...record.grants].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return kinds.map(([, grant]) => ({
    source: record.source,
    identifier: primaryIdentifier(record.clue),
    name: record.clue.name,
    access: grant.access,
    tenantWide: grant.tenantWide,
    scopes: [...grant.scopes].toSorted(),
    people: grant.tenantWide
      ? []
      : [...new Set([...grant.people].map((email) => directory.byEmail(email).id))].toSorted(),
    keys: grant.keys.toSorted(),
  }))
}

/** The charges of one descriptor, payers found in the directory where the statement allows it. */
export function chargesOf(record: DescriptorRecord, match: Match, directory: Directory): AppCharge[] {
  return record.charges.map((charge) => {
    const person = charge.person === null ? null : directory.byHolder(charge.person)
    return {
      key: charge.key,
      date: charge.date,
      descriptor: charge.descriptor,
      chargeKind: charge.chargeKind,
      amount: charge.amount,
      account: charge.account,
      person: person?.id ?? charge.person,
      department: charge.department ?? person?.department ?? null,
      intermediary: match.intermediary,
    }
  })
}

export function byDate(a: AppCharge, b: AppCharge): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return a.key < b.key ? -1 : 1
}
