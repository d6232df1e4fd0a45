import type { PersonObservation, PersonStatus, Source } from '../observation.ts'
import { SOURCES } from '../observation.ts'
import type { Person } from '../person.ts'

/** The people of the company, and how to find one from an address or from the name on a card. */
export type Directory = {
  readonly people: readonly Person[]
  /** The person of an e-mail or alias; someone no directory knows comes back with the address as id. */
  byEmail(email: string): Person
  /** The one person a card holder's text can mean ("J EXAMPLE", "MR A SURNAME"); null when none or several. */
  byHolder(text: string): Person | null
  /** What one source says of the person; null when that source does not list the person. */
  statusIn(person: Person, source: Source): PersonStatus | null
}

/** Joins directory entries to people by e-mail and alias, case ignored. Same people in any order of entries. */
export function joinPeople(entries: readonly PersonObservation[]): Directory {
  const collective = collectiveAddresses(entries)
  const linksOf = (entry: PersonObservation): string[] => keysOf(entry).filter((key) => !collective.has(key))
  const groups = groupByLinks(entries, linksOf)
  const byAddress = new Map<string, Person>()
  const statuses = new Map<string, PersonStatus>()
  const people = groups.map((group) => {
    const person = toPerson(group)
    for (const [source, own] of Map.groupBy(group, (entry) => entry.source)) {
      statuses.set(`${person.id}\n${source}`, joinStatus(own.map((entry) => entry.status)))
    }
    for (const key of group.flatMap(linksOf)) byAddress.set(key, person)
    return person
  })
  people.sort((a, b) => (a.id < b.id ? -1 : 1))
  const holders = holderIndex(people)
  return {
    people,
    byEmail: (email) => byAddress.get(email.toLowerCase()) ?? stranger(email.toLowerCase()),
    byHolder: (text) =>
      text.includes('@') ? (byAddress.get(text.toLowerCase()) ?? null) : (holders.get(holderKey(text)) ?? null),
    statusIn: (person, source) => statuses.get(`${person.id}\n${source}`) ?? null,
  }
}

// A daily account and one for administration.
const ACCOUNTS_OF_A_PERSON = 2

function stranger(email: string): Person {
  return { id: email, emails: [email], name: null, status: 'unknown', department: null, costCentre: null, sources: [] }
}

function groupByLinks(
  entries: readonly PersonObservation[],
  linksOf: (entry: PersonObservation) => readonly string[],
): PersonObservation[][] {
  const groupOf = new Map<string, Set<PersonObservation>>()
  for (const entry of entries) {
    const group = new Set([entry])
    for (const address of linksOf(entry)) {
      for (const member of groupOf.get(address) ?? []) group.add(member)
    }
    for (const member of group) for (const address of linksOf(member)) groupOf.set(address, group)
  }
  return [...new Set(groupOf.values())].map((group) =>
    [...group].toSorted((a, b) => sourceOrder(a) - sourceOrder(b) || (a.key < b.key ? -1 : 1)),
  )
}

/** Second addresses that many accounts of one source state and that are nobody's own: a help desk's, a vendor's. */
function collectiveAddresses(entries: readonly PersonObservation[]): ReadonlySet<string> {
  const own = new Set(entries.map((entry) => entry.email.toLowerCase()))
  const accounts = new Map<string, number>()
  for (const entry of entries) {
    for (const alias of new Set(entry.aliases.map((address) => address.toLowerCase()))) {
      if (own.has(alias)) continue
      const key = `${entry.source} ${alias}`
      accounts.set(key, (accounts.get(key) ?? 0) + 1)
    }
  }
  const many = [...accounts].filter(([, count]) => count > ACCOUNTS_OF_A_PERSON)
  return new Set(many.map(([key]) => key.slice(key.indexOf(' ') + 1)))
}

function sourceOrder(entry: PersonObservation): number {
  return SOURCES.indexOf(entry.source)
}

/** All that the entry is known by: its addresses, and the id that its source has for it. */
function keysOf(entry: PersonObservation): string[] {
  return entry.sourceId === undefined ? addressesOf(entry) : [...addressesOf(entry), entry.sourceId]
}

function addressesOf(entry: PersonObservation): string[] {
  return [entry.email, ...entry.aliases].map((address) => address.toLowerCase())
}

function toPerson(group: readonly PersonObservation[]): Person {
  const first = <T>(pick: (entry: PersonObservation) => T | null): T | null =>
    group.map(pick).find((value) => value !== null) ?? null
  const all = [...new Set(group.flatMap(addressesOf))].toSorted()
  const addresses = all.filter((address) => address.includes('@'))
  return {
    // A stand-in bears an id for an e-mail; once an entry tells who it is, that counts.
    id: first((entry) => (entry.email.includes('@') ? entry.email.toLowerCase() : null)) ?? all[0] ?? '',
    emails: addresses.length > 0 ? addresses : all,
    name: first((entry) => entry.name),
    status: joinStatus(group.map((entry) => entry.status)),
    department: first((entry) => entry.department),
    costCentre: first((entry) => entry.costCentre),
    sources: [...new Set(group.map((entry) => entry.source))],
  }
}

/** Active anywhere is active: a company that moved to another directory leaves disabled twins behind. */
function joinStatus(statuses: readonly PersonStatus[]): PersonStatus {
  const order = ['active', 'suspended', 'deleted', 'unknown'] as const
  return order.find((status) => statuses.includes(status)) ?? 'unknown'
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'mme', 'm'])

/** Cards print an initial and a surname; both forms of a name lead to the same key. */
function holderKey(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word, index, all) => word !== '' && !(index === 0 && all.length > 2 && TITLES.has(word)))
  const [first = '', ...rest] = words
  return `${first.slice(0, 1)} ${rest.at(-1) ?? ''}`
}

function holderIndex(people: readonly Person[]): Map<string, Person | null> {
  const index = new Map<string, Person | null>()
  for (const person of people) {
    if (person.name === null) continue
    const key = holderKey(person.name)
    index.set(key, index.has(key) ? null : person)
  }
  return index
}
