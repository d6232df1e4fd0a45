import type { App, AppCharge, AppFacts } from '#core/app.ts'
import type { Evidence } from '#core/finding.ts'
import type { PersonStatus, Source } from '#core/observation.ts'
import type { Person } from '#core/person.ts'
import type { Facts } from '#core/rule.ts'
import type { Risk } from '#core/scope.ts'
import { channelsOf, hasEnded } from './channel.ts'
import { compare } from './order.ts'
import { meanings, reachOf } from './reach.ts'
import { amounts, count, list, SOURCE_NAMES } from './wording.ts'
import { spendOf } from './spend.ts'

/** One way in that somebody who left still has: a consent, an assignment (which may be a paid seat), or a charged card. */
export type WayIn = {
  readonly person: string
  readonly kind: 'grant' | 'assignment' | 'card'
  readonly status: PersonStatus
  readonly app: App
  readonly source: Source
  readonly risk: Risk
  readonly charges: readonly AppCharge[]
  readonly evidence: Evidence
}

/** People whose account the directories call suspended or deleted, by id. */
export function leaversOf({ people }: Facts): ReadonlyMap<string, Person> {
  return new Map(people.filter(({ status }) => hasLeft(status)).map((person) => [person.id, person]))
}

/** The ways into one app of people whose account is suspended or deleted. A platform's own app goes with the account. */
export function* waysIn(each: AppFacts, leavers: ReadonlyMap<string, Person>, facts: Facts): Iterable<WayIn> {
  if (each.app.kind === 'platform') return
  for (const { person, status, sources } of each.evidence.people) {
    if (!hasLeft(status)) continue
    const granting = new Set<Source>()
    for (const way of grantsOf(person, status, each, facts)) {
      granting.add(way.source)
      yield way
    }
    // A person whom a source lists without a consent of their own was assigned there.
    for (const source of sources) {
      if (!granting.has(source)) yield assignmentOf(person, status, each.app, source)
    }
  }
  yield* cardsOf(each, leavers, facts)
}

function hasLeft(status: PersonStatus): boolean {
  return status === 'suspended' || status === 'deleted'
}

function grantsOf(person: string, status: PersonStatus, { app, evidence }: AppFacts, { scopes }: Facts): WayIn[] {
  const held = evidence.grants.filter((grant) => grant.people.includes(person))
  return held.map((grant) => {
    const reach = reachOf([grant], scopes)
    const client = grant.identifier.value
    const text = `${app.name} in ${SOURCE_NAMES[grant.source]}, client ${client}: may ${list(meanings(reach), 3) || 'sign in'}`
    return {
      person,
      kind: 'grant',
      status,
      app,
      source: grant.source,
      risk: reach[0]?.risk ?? 'low',
      charges: [],
      evidence: { kind: 'grant', source: grant.source, key: grant.keys.toSorted(compare)[0] ?? client, text },
    }
  })
}

function assignmentOf(person: string, status: PersonStatus, app: App, source: Source): WayIn {
  const text = `${app.name} is assigned in ${SOURCE_NAMES[source]}`
  return {
    person,
    kind: 'assignment',
    status,
    app,
    source,
    risk: 'low',
    charges: [],
    evidence: { kind: 'person', source, key: `${app.id}:${source}`, text },
  }
}

/** Cards that are still charged, as far as statements were uploaded; a card that later statements show quiet is closed. */
function cardsOf(each: AppFacts, leavers: ReadonlyMap<string, Person>, { statements }: Facts): WayIn[] {
  const channels = channelsOf(each)
  return channels.flatMap((channel): WayIn[] => {
    const holder = leavers.get(channel.person ?? '')
    if (holder === undefined || hasEnded(channel, channels, statements)) return []
    const last = channel.charges.at(-1)
    const text = `${each.app.name} on account ${channel.account}: ${count(channel.charges.length, 'charge')}, together ${amounts(spendOf(channel.charges))}, last ${last?.date ?? ''}`
    return [
      {
        person: holder.id,
        kind: 'card',
        status: holder.status,
        app: each.app,
        source: 'statement',
        risk: 'low',
        charges: channel.charges,
        evidence: { kind: 'charge', source: 'statement', key: last?.key ?? channel.account, text },
      },
    ]
  })
}
