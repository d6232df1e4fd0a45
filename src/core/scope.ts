export const RISKS = ['low', 'medium', 'high', 'critical'] as const
export type Risk = (typeof RISKS)[number]

/** What one scope lets an app do. */
export type ScopeFacts = {
  readonly scope: string
  readonly risk: Risk
  /** Plain words for a reader outside IT: "read all mail". */
  readonly means: string
  /** The kinds of data reached: `mail`, `files`, `calendar`, `directory`, `profile`, … */
  readonly data: readonly string[]
  readonly writes: boolean
}

/** Looks scopes up as parsed values, never by substring. A scope that no table knows is `medium` and says so. */
export interface ScopeTable {
  lookup(provider: 'google' | 'microsoft' | 'okta', scope: string, access: 'delegated' | 'application'): ScopeFacts
}
