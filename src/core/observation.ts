import type { Identifier } from './identifier.ts'
import type { Money } from './money.ts'

/** The connectors that make observations; a source is one configured connector. */
export const SOURCES = ['google', 'microsoft', 'okta', 'app-list', 'statement'] as const
export type Source = (typeof SOURCES)[number]

/** What a provider itself says of an app's owner; null where it says nothing. */
export type OwnerHint = 'third-party' | 'platform' | 'in-house' | 'script'

/** All that one source says of which app it means. Names are the weakest part of it. */
export type AppClue = {
  /** Hard keys first; at least one. Where a source has only a name, a single `name` identifier. */
  readonly identifiers: readonly Identifier[]
  readonly name: string | null
  readonly publisher: string | null
  /** True only where the provider verified the publisher. */
  readonly publisherVerified: boolean
  /** Registrable domains from reply URLs, home page and publisher domain. */
  readonly domains: readonly string[]
  /** Microsoft: `appOwnerOrganizationId`, lower case. */
  readonly ownerTenant: string | null
  readonly owner: OwnerHint | null
}

type Base = {
  /** Stable within the source: the same fact read twice has the same key. */
  readonly key: string
  readonly source: Source
  /** Set when a later read that should have seen this fact did not reach it (ISO time of the last read that did). */
  readonly notRecheckedSince?: string
  /** Set when one complete read no longer had this fact; a second complete read drops it (ISO time). */
  readonly missingSince?: string
}

export const PERSON_STATUSES = ['active', 'suspended', 'deleted', 'unknown'] as const
export type PersonStatus = (typeof PERSON_STATUSES)[number]

/** A directory entry. People are joined over sources by e-mail and aliases, case ignored. */
export type PersonObservation = Base & {
  readonly kind: 'person'
  /** Where a source names somebody by its own id and the directory does not tell who that is, the id, lower case. */
  readonly email: string
  readonly aliases: readonly string[]
  /** The source's own id of the person, lower case: joins an entry to a stand-in that bears it for an e-mail. */
  readonly sourceId?: string
  readonly name: string | null
  readonly status: PersonStatus
  readonly department: string | null
  readonly costCentre: string | null
}

/** A person's, or the whole tenant's, consent to an app: delegated scopes or application permissions. */
export type GrantObservation = Base & {
  readonly kind: 'grant'
  readonly app: AppClue
  /** E-mail, lower case; null when the grant covers the tenant or belongs to the app itself. */
  readonly person: string | null
  readonly scopes: readonly string[]
  readonly access: 'delegated' | 'application'
  readonly tenantWide: boolean
}

/** An app that an identity provider signs people in to. */
export type SsoAppObservation = Base & {
  readonly kind: 'sso-app'
  readonly app: AppClue
  readonly enabled: boolean
  /** Assigned people as the source counts them, where it lists none; null when not recorded. */
  readonly assignedCount: number | null
}

/** A person or a group that an app is assigned to. Exactly one of `person` and `group` is set. */
export type AssignmentObservation = Base & {
  readonly kind: 'assignment'
  readonly app: AppClue
  readonly person: string | null
  readonly group: string | null
}

/** Somebody used an app, or gave or took back a consent, at a moment that an audit log states. */
export type SignInObservation = Base & {
  readonly kind: 'sign-in'
  readonly app: AppClue
  readonly person: string
  /** ISO time. */
  readonly at: string
  readonly event: 'sign-in' | 'api-use' | 'authorize' | 'revoke'
  readonly scopes: readonly string[]
}

export const CHARGE_KINDS = [
  'purchase',
  'refund',
  'payment',
  'transfer',
  'fee',
  'declined',
  'pending',
  'income',
] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

/** One row of a statement. Only settled purchases and refunds are spend. */
export type ChargeObservation = Base & {
  readonly kind: 'charge'
  readonly chargeKind: ChargeKind
  readonly descriptor: string
  /** ISO date: posting date, else transaction date. */
  readonly date: string
  /** Billed; `minor` > 0 is money spent, < 0 money back. */
  readonly amount: Money
  /** As the merchant charged it, where that differs from the billed currency. */
  readonly original: Money | null
  readonly account: string
  /** E-mail or card-holder name as the statement prints it. */
  readonly person: string | null
  readonly department: string | null
  readonly costCentre: string | null
  readonly mcc: string | null
  readonly reference: string | null
  /** The import this row came with, and the first physical line of its record (1-based). */
  readonly importId: string
  readonly line: number
}

export type Observation =
  | PersonObservation
  | GrantObservation
  | SsoAppObservation
  | AssignmentObservation
  | SignInObservation
  | ChargeObservation
