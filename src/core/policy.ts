import type { RuleId, Severity } from './finding.ts'

/** How long each kind of data is kept; null is for ever. What is referred to is never removed. */
export type Retention = {
  /** Months for which the rows of statements stay, by their date. */
  readonly statementMonths: number | null
  /** How many finished scans stay in the list. */
  readonly scans: number | null
  /** Months for which the rows of an import that could not be read stay listed. */
  readonly rejectedMonths: number | null
  /** Months for which a finding stays after it was resolved; those that people dismissed stay. */
  readonly resolvedFindingsMonths: number | null
  /** How many regular backups stay in the data folder. */
  readonly backups: number
}

/** How a company tunes the rules; read from its own policy file, never from code. */
export type Policy = {
  /** An unlisted app within all of these is `unreviewed-tool`, beyond any of them `unapproved-tool`. */
  readonly tolerance: {
    readonly people: number
    readonly monthlySpendMinor: number
    readonly scopes: 'low' | 'medium' | 'high'
  }
  /** Days ahead of a renewal or its notice date at which it is due. */
  readonly renewalHorizonDays: number
  readonly needsYouLimit: number
  readonly retention: Retention
  readonly rules: Readonly<Partial<Record<RuleId, { readonly off?: boolean; readonly severity?: Severity }>>>
}

export const DEFAULT_POLICY: Policy = {
  tolerance: { people: 2, monthlySpendMinor: 5_000, scopes: 'medium' },
  renewalHorizonDays: 60,
  // A list that a person can finish in a morning; what is beyond it is listed, not alarmed.
  needsYouLimit: 25,
  rules: {},
  retention: {
    // A charge of years ago may still be the only sign of a subscription.
    statementMonths: null,
    // A year of nights.
    scans: 366,
    rejectedMonths: 24,
    resolvedFindingsMonths: 24,
    // A week of nights.
    backups: 7,
  },
}
