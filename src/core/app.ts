import type { Identifier } from './identifier.ts'
import type { Standing } from './inventory.ts'
import type { Attribution, Contradiction } from './match/match.ts'
import type { Money } from './money.ts'
import type { ChargeKind, PersonStatus, Source } from './observation.ts'

export type AppKind = 'third-party' | 'platform' | 'in-house' | 'script'

/** Minor units by currency: `{ USD: 2625 }`. Amounts of different currencies are never added. */
export type Totals = Readonly<Record<string, number>>

/** What one source says of an app, counted. */
export type SourceSummary = {
  readonly users: number
  /** Client ids, app ids, Okta ids, SAML entities; sorted. */
  readonly identifiers: readonly string[]
  readonly scopes: readonly string[]
  readonly tenantWide: boolean
  /** Names of groups the app is assigned to; sorted. */
  readonly groups: readonly string[]
}

export type ChargeSummary = {
  /** Settled purchases and refunds. */
  readonly charges: number
  /** How many of them are in which currency. */
  readonly currencies: Readonly<Record<string, number>>
  /** Purchases less refunds, all that was seen. */
  readonly spendMinor: Totals
  /** Cadence × amount, worked out from the charges seen; empty when they do not tell. */
  readonly annualMinor: Totals
  /** How `annualMinor` was worked out, a sentence per channel. */
  readonly annualArithmetic: readonly string[]
  readonly cadence: 'monthly' | 'quarterly' | 'yearly' | 'irregular' | 'once' | null
  readonly lastCharge: string | null
}

/** A product as found in this company, with the counts that lists and rules read. Details are in its evidence. */
export type App = {
  /** Product id; `app-…` where the catalogue does not know it. */
  readonly id: string
  readonly name: string
  readonly vendor: string | null
  readonly domain: string | null
  readonly inCatalogue: boolean
  readonly family: boolean
  readonly category: string | null
  readonly capabilities: readonly string[]
  readonly kind: AppKind
  readonly standing: Standing
  readonly inventoryEntry: string | null
  /** Distinct people over tokens, personal consents and direct assignments of all sources. */
  readonly users: number
  readonly sources: Readonly<Partial<Record<Exclude<Source, 'statement'>, SourceSummary>>>
  readonly statement: ChargeSummary | null
  readonly attribution: Attribution | null
  readonly confidence: number
  /** `ai`, `disabled` (sign-in switched off), `lookalike`, `missing` (absent from the last complete read), `name-only`, `not-rechecked`. */
  readonly tags: readonly string[]
  /** ISO times of the first and last evidence; null where no source tells. */
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

/** A person's ways into an app. */
export type AppPerson = {
  /** Primary e-mail, lower case. */
  readonly person: string
  readonly name: string | null
  readonly status: PersonStatus
  readonly department: string | null
  readonly sources: readonly Source[]
  /** Last use that a log states, ISO time. */
  readonly lastUsed: string | null
}

/** One identity that was joined to the app, and why: the answer to "why we think this is one app". */
export type AppIdentity = {
  readonly source: Source
  readonly identifiers: readonly Identifier[]
  readonly name: string | null
  readonly publisher: string | null
  readonly publisherVerified: boolean
  readonly ownerTenant: string | null
  readonly attribution: Attribution | null
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly runnerUp: string | null
  readonly contradiction: Contradiction | null
  /** Observations behind it. */
  readonly observations: number
}

/** Consents of one client in one source to one set of scopes, joined over people. */
export type AppGrant = {
  readonly source: Source
  readonly identifier: Identifier
  readonly name: string | null
  readonly access: 'delegated' | 'application'
  readonly tenantWide: boolean
  readonly scopes: readonly string[]
  /** Primary e-mails; empty for a tenant-wide grant. */
  readonly people: readonly string[]
  /** Observation keys, for proof. */
  readonly keys: readonly string[]
}

export type AppCharge = {
  readonly key: string
  readonly date: string
  readonly descriptor: string
  readonly chargeKind: ChargeKind
  readonly amount: Money
  readonly account: string
  /** Primary e-mail where the holder is known to the directory, else the name as printed. */
  readonly person: string | null
  readonly department: string | null
  readonly intermediary: string | null
}

export type AppEvidence = {
  readonly app: string
  readonly people: readonly AppPerson[]
  readonly identities: readonly AppIdentity[]
  readonly grants: readonly AppGrant[]
  readonly charges: readonly AppCharge[]
}

/** Who uses an app: primary e-mails, sorted. */
export type AppUsers = { readonly app: string; readonly people: readonly string[] }

/** An app with all its evidence, as reconcile makes it and rules read it. */
export type AppFacts = { readonly app: App; readonly evidence: AppEvidence }
