import type { Source } from './observation.ts'

export const RULE_IDS = [
  'unapproved-tool',
  'unreviewed-tool',
  'lookalike-app',
  'duplicate-subscription',
  'overlapping-tools',
  'high-risk-grant',
  'tenant-wide-grant',
  'orphaned-grant',
  'unrecognised-charge',
  'source-blind-spot',
  'renewal-due',
  'owner-missing',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

export const FINDING_STATUSES = ['open', 'acknowledged', 'resolved', 'dismissed'] as const
export type FindingStatus = (typeof FINDING_STATUSES)[number]

export type Subject = { readonly kind: 'app' | 'source' | 'charge' | 'person'; readonly id: string }

export type Evidence = {
  readonly kind: 'grant' | 'charge' | 'person' | 'identity' | 'inventory' | 'source' | 'arithmetic'
  readonly source: Source | 'inventory' | null
  /** Key of the observation or entry it rests on. */
  readonly key: string
  readonly text: string
}

/** What a rule says of a subject now, before history is added. */
export type Detection = {
  readonly rule: RuleId
  readonly subject: Subject
  /** App id, or null where the subject is none. */
  readonly app: string | null
  readonly severity: Severity
  /** A statement of fact, not of blame. */
  readonly title: string
  /** The one next step. */
  readonly nextStep: string
  readonly evidence: readonly Evidence[]
  /** People concerned and annual spend in minor units by currency: they rank "needs you". */
  readonly people: number
  readonly spendMinor: Readonly<Record<string, number>>
  /** Sources whose complete read it rests on; none of them may be partial when it is resolved. */
  readonly sources: readonly Source[]
  /** False for what is listed and never alarmed by itself. */
  readonly mayNeedYou: boolean
}

/** A detection with its history. */
export type Finding = Detection & {
  /** Stable fingerprint of rule and subject. */
  readonly id: string
  readonly status: FindingStatus
  readonly needsYou: boolean
  /** ISO time at which it was first detected; kept while it stays true. */
  readonly since: string
  readonly resolvedAt: string | null
  /** Set while a source it rests on was not read completely. */
  readonly notRecheckedSince: string | null
  readonly decision: { readonly by: string; readonly at: string; readonly reason: string } | null
}
