import type { RuleId, Severity } from './finding.ts'

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
  readonly rules: Readonly<Partial<Record<RuleId, { readonly off?: boolean; readonly severity?: Severity }>>>
}

export const DEFAULT_POLICY: Policy = {
  tolerance: { people: 2, monthlySpendMinor: 5_000, scopes: 'medium' },
  renewalHorizonDays: 60,
  // A list that a person can finish in a morning; what is beyond it is listed, not alarmed.
  needsYouLimit: 25,
  rules: {},
}
