import { identifierKey } from '../identifier.ts'
import type {
  AppClue,
  ChargeObservation,
  GrantObservation,
  Observation,
  PersonObservation,
  SignInObservation,
  Source,
} from '../observation.ts'
import { joinClues, primaryIdentifier } from './clue.ts'
import { ConsentLog } from './consent-log.ts'

/** Consents of one kind and scope set to one client; people by e-mail as the source writes it. */
type GrantRecord = {
  readonly access: GrantObservation['access']
  readonly tenantWide: boolean
  readonly scopes: Set<string>
  readonly people: Set<string>
  readonly keys: string[]
}

/** One distinct app of one source, with all that was observed of it. */
export type AppRecord = {
  readonly key: string
  readonly source: Source
  clue: AppClue
  readonly grants: Map<string, GrantRecord>
  readonly assigned: Set<string>
  readonly groups: Set<string>
  /** Last use by e-mail, ISO time. */
  readonly used: Map<string, string>
  observations: number
  /** What the source says of signing in; null where it lists no sign-in. */
  enabled: boolean | null
  /** Undated observations that the last read had. */
  reread: number
  /** Observations that the last complete read no longer had, and those that a partial read did not reach. */
  missing: number
  notRechecked: number
  firstAt: string | null
  lastAt: string | null
}

/** One distinct charge text. */
export type DescriptorRecord = {
  readonly key: string
  readonly descriptor: string
  readonly mcc: string | null
  readonly charges: ChargeObservation[]
}

export type Gathered = {
  readonly people: readonly PersonObservation[]
  readonly apps: readonly AppRecord[]
  readonly descriptors: readonly DescriptorRecord[]
}

/** Gathers observations by distinct identity: a million rows are a few thousand identities. Sorted by key. */
export async function gather(observations: AsyncIterable<Observation> | Iterable<Observation>): Promise<Gathered> {
  const people = new Map<string, PersonObservation>()
  const apps = new Map<string, AppRecord>()
  const descriptors = new Map<string, DescriptorRecord>()
  const consents = new ConsentLog()
  const unseenGrants: GrantObservation[] = []
  for await (const observation of observations) {
    switch (observation.kind) {
      case 'person':
        people.set(observation.key, asLastSeen(observation))
        break
      case 'charge':
        addCharge(descriptors, observation)
        break
      case 'grant':
        if (isUnseen(observation)) unseenGrants.push(observation)
        else addGrant(recordOf(apps, observation), observation)
        break
      case 'sso-app': {
        const record = recordOf(apps, observation)
        record.enabled = (record.enabled ?? false) || observation.enabled
        break
      }
      case 'assignment':
        addAssignment(recordOf(apps, observation), observation.person, observation.group)
        break
      case 'sign-in':
        consents.add(observation)
        addSignIn(recordOf(apps, observation), observation)
        break
      default:
        observation satisfies never
    }
  }
  for (const grant of unseenGrants) {
    // A consent that was not seen and that the audit log shows as taken back is revoked, not merely unseen.
    if (!consents.isRevoked(grant)) addGrant(recordOf(apps, grant), grant)
  }
  return { people: sorted(people), apps: sorted(apps), descriptors: sorted(descriptors) }
}

/** Whoever the directory does not list any more is not known to be active. */
function asLastSeen(person: PersonObservation): PersonObservation {
  return person.missingSince === undefined ? person : { ...person, status: 'unknown' }
}

function sorted<T extends { readonly key: string }>(map: ReadonlyMap<string, T>): T[] {
  return [...map.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

type AppObservation = Exclude<Observation, PersonObservation | ChargeObservation>

function recordOf(apps: Map<string, AppRecord>, observation: AppObservation): AppRecord {
  const key = `${observation.source}|${identifierKey(primaryIdentifier(observation.app))}`
  let record = apps.get(key)
  if (record === undefined) {
    record = {
      key,
      source: observation.source,
      clue: observation.app,
      grants: new Map(),
      assigned: new Set(),
      groups: new Set(),
      used: new Map(),
      observations: 0,
      enabled: null,
      reread: 0,
      missing: 0,
      notRechecked: 0,
      firstAt: null,
      lastAt: null,
    }
    apps.set(key, record)
  }
  record.clue = joinClues(record.clue, observation.app)
  record.observations += 1
  if (observation.missingSince !== undefined) record.missing += 1
  else if (observation.notRecheckedSince !== undefined) record.notRechecked += 1
  else if (observation.kind !== 'sign-in') record.reread += 1
  return record
}

function addGrant(record: AppRecord, observation: GrantObservation): void {
  // One record a scope set: joined over all people, a scope that nine gave would look like one that forty gave.
  const key = `${observation.access}|${observation.tenantWide}|${observation.scopes.toSorted().join(' ')}`
  const grant = record.grants.get(key) ?? {
    access: observation.access,
    tenantWide: observation.tenantWide,
    scopes: new Set<string>(),
    people: new Set<string>(),
    keys: [],
  }
  record.grants.set(key, grant)
  for (const scope of observation.scopes) grant.scopes.add(scope)
  if (observation.person !== null) grant.people.add(observation.person.toLowerCase())
  grant.keys.push(observation.key)
}

function addAssignment(record: AppRecord, person: string | null, group: string | null): void {
  if (person !== null) record.assigned.add(person.toLowerCase())
  if (group !== null) record.groups.add(group)
}

function isUnseen({ missingSince, notRecheckedSince }: GrantObservation): boolean {
  return missingSince !== undefined || notRecheckedSince !== undefined
}

function addSignIn(record: AppRecord, observation: SignInObservation): void {
  const { at, event } = observation
  if (record.firstAt === null || at < record.firstAt) record.firstAt = at
  if (record.lastAt === null || at > record.lastAt) record.lastAt = at
  if (event === 'authorize' || event === 'revoke') return
  const person = observation.person.toLowerCase()
  const last = record.used.get(person)
  if (last === undefined || at > last) record.used.set(person, at)
}

function addCharge(descriptors: Map<string, DescriptorRecord>, charge: ChargeObservation): void {
  const key = `${charge.descriptor}\n${charge.mcc ?? ''}`
  const record = descriptors.get(key) ?? { key, descriptor: charge.descriptor, mcc: charge.mcc, charges: [] }
  descriptors.set(key, record)
  record.charges.push(charge)
}
