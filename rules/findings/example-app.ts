import type { App, AppCharge, AppFacts, AppGrant, AppIdentity, AppPerson, SourceSummary } from '#core/app.ts'
import type { Source } from '#core/observation.ts'
import { summariseCharges } from '#core/reconcile/spend.ts'

type AppParts = Partial<App> & {
  readonly id: string
  readonly people?: readonly AppPerson[]
  readonly grants?: readonly AppGrant[]
  readonly charges?: readonly AppCharge[]
  readonly identities?: readonly AppIdentity[]
}

/** An app whose counts follow from its evidence; the holders of its grants are its people. */
export function app({ grants = [], charges = [], identities = [], ...given }: AppParts): AppFacts {
  const { people: named, ...counts } = given
  const holders = named ?? [...new Set(grants.flatMap((each) => each.people))].toSorted().map((id) => holder(id))
  const evidence = { app: given.id, people: holders, identities, grants, charges }
  const name = given.id.replace(/^app-/, '').replace(/^./, (letter) => letter.toUpperCase())
  return {
    app: {
      name,
      vendor: null,
      domain: null,
      inCatalogue: true,
      family: false,
      category: null,
      capabilities: [],
      kind: 'third-party',
      standing: 'unlisted',
      inventoryEntry: null,
      users: holders.length,
      sources: summaries(holders, grants),
      statement: charges.length === 0 ? null : summariseCharges(charges),
      attribution: 'identifier',
      confidence: 1,
      tags: [],
      firstSeen: null,
      lastSeen: null,
      ...counts,
    },
    evidence,
  }
}

function summaries(holders: readonly AppPerson[], grants: readonly AppGrant[]): App['sources'] {
  const sources = new Set([...holders.flatMap((each) => each.sources), ...grants.map((each) => each.source)])
  const found: [string, SourceSummary][] = [...sources].toSorted().map((source) => {
    const own = grants.filter((each) => each.source === source)
    return [
      source,
      {
        users: holders.filter((each) => each.sources.includes(source)).length,
        identifiers: own.map((each) => each.identifier.value),
        scopes: own.flatMap((each) => each.scopes),
        tenantWide: own.some((each) => each.tenantWide),
        groups: [],
      },
    ]
  })
  return Object.fromEntries(found)
}

/** The first of `many` people of the company: `person1@acme.example`, … */
export function people(many: number, source: Source = 'google'): AppPerson[] {
  return Array.from({ length: many }, (_, index) => holder(`person${index + 1}@acme.example`, { sources: [source] }))
}

/** Somebody with a way into an app. */
export function holder(person: string, given: Partial<AppPerson> = {}): AppPerson {
  return { person, name: null, status: 'active', department: null, sources: ['google'], lastUsed: null, ...given }
}

/** A consent of one person in Google to sign in. */
export function grant(given: Partial<AppGrant> = {}): AppGrant {
  const source = given.source ?? 'google'
  const kind = source === 'google' ? 'google-client' : source === 'microsoft' ? 'entra-app' : 'okta-app'
  return {
    source,
    identifier: { kind, value: `client-of-${source}` },
    name: null,
    access: 'delegated',
    tenantWide: false,
    scopes: ['openid'],
    people: ['person1@acme.example'],
    keys: [`${source}-grant-1`],
    ...given,
  }
}

/** A purchase of 20 EUR on the card of account `card-1`. */
export function charge(date: string, given: Partial<AppCharge> = {}): AppCharge {
  return {
    key: `${given.account ?? 'card-1'}|${date}|${given.person ?? ''}`,
    date,
    descriptor: 'EXAMPLE TOOL',
    chargeKind: 'purchase',
    amount: { minor: 2_000, currency: 'EUR' },
    account: 'card-1',
    person: null,
    department: null,
    intermediary: null,
    ...given,
  }
}

/** A monthly purchase in January, February and March 2026. */
export function monthly(given: Partial<AppCharge> = {}): AppCharge[] {
  return ['2026-01-05', '2026-02-05', '2026-03-01'].map((date) => charge(date, given))
}

/** What one source says of an app. */
export function identity(given: Partial<AppIdentity> = {}): AppIdentity {
  return {
    source: 'google',
    identifiers: [{ kind: 'google-client', value: 'client-of-google' }],
    name: null,
    publisher: null,
    publisherVerified: false,
    ownerTenant: null,
    attribution: 'identifier',
    confidence: 1,
    reasons: [],
    runnerUp: null,
    contradiction: null,
    observations: 1,
    ...given,
  }
}
