import type { AppCharge } from '#core/app.ts'
import type { Catalogue, Product } from '#core/catalogue.ts'
import type { UnrecognisedCharge } from '#core/charge.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Match } from '#core/match/match.ts'
import type { Source } from '#core/observation.ts'
import type { Person } from '#core/person.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import type { Facts, SourceReading } from '#core/rule.ts'
import { createScopeTable } from '#rules/scopes/index.ts'

export { app, charge, grant, holder, identity, monthly, people } from './example-app.ts'

// Factories for the examples of rules: the defaults are an ordinary app of an ordinary company, and an example says
// only what it is about.

const SCOPES = createScopeTable()
const NO_CATALOGUE: Catalogue = { products: [], capabilities: [], intermediaries: [] }

/** What rules look at, on 2 March 2026, with every source read completely. */
export function facts(given: Partial<Facts> = {}): Facts {
  return {
    apps: [],
    people: [],
    inventory: [],
    unrecognised: [],
    statements: [],
    sources: [],
    catalogue: NO_CATALOGUE,
    scopes: SCOPES,
    policy: DEFAULT_POLICY,
    now: '2026-03-02T08:00:00.000Z',
    ...given,
  }
}

/** A person of the directory. */
export function person(id: string, given: Partial<Person> = {}): Person {
  return {
    id,
    emails: [id],
    name: null,
    status: 'active',
    department: null,
    costCentre: null,
    sources: ['google'],
    ...given,
  }
}

/** An approved tool of the inventory with an owner. */
export function entry(id: string, given: Partial<InventoryEntry> = {}): InventoryEntry {
  return {
    id,
    tool: id.replace(/^./, (letter) => letter.toUpperCase()),
    status: 'approved',
    app: id,
    domain: null,
    vendor: null,
    owner: 'owner@acme.example',
    capabilities: [],
    renewal: null,
    noticeDays: null,
    monthlyCost: null,
    seats: null,
    identifiers: [],
    conditions: [],
    until: null,
    notes: '',
    ...given,
  }
}

/** A product of the catalogue. */
export function product(id: string, given: Partial<Product> = {}): Product {
  return {
    id,
    name: id.replace(/^./, (letter) => letter.toUpperCase()),
    vendor: 'Example Vendor',
    family: false,
    memberOf: null,
    domains: [`${id}.example`],
    sharedDomains: [],
    aliases: [],
    stems: [],
    category: 'example category',
    capabilities: [],
    ai: false,
    identifiers: [],
    galleryNames: [],
    soldThrough: [],
    commonWord: false,
    ...given,
  }
}

/** A catalogue of these products; each capability they name is described. */
export function catalogue(...products: readonly Product[]): Catalogue {
  const ids = [...new Set(products.flatMap((each) => each.capabilities))].toSorted()
  const capabilities = ids.map((id) => ({ id, name: id, category: 'example category', words: [id], overlaps: true }))
  return { products, capabilities, intermediaries: [] }
}

/** A charge that looks like software and that nobody could attribute. */
export function unrecognised(
  id: string,
  charges: readonly AppCharge[],
  match: Partial<Match> = {},
): UnrecognisedCharge {
  return {
    id,
    descriptor: charges[0]?.descriptor ?? id,
    charges,
    match: {
      verdict: 'unknown',
      app: null,
      family: false,
      confidence: 0.6,
      attribution: null,
      reasons: [],
      runnerUp: null,
      candidates: [],
      intermediary: null,
      softwareLikelihood: 0.8,
      contradiction: null,
      ...match,
    },
  }
}

/** A source that was read completely this morning. */
export function reading(source: Source, given: Partial<SourceReading> = {}): SourceReading {
  const at = '2026-03-02T06:00:00.000Z'
  return { source, status: 'complete', readAt: at, completeAt: at, gaps: [], rejected: 0, ...given }
}
