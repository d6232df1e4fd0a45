import type { Catalogue } from '#core/catalogue.ts'
import type { Policy } from '#core/policy.ts'
import type { Rule } from '#core/rule.ts'
import type { ScopeTable } from '#core/scope.ts'

/** What Daylight knows before it has read anything: tables and rules, and the company's own tuning of them. */
export type Knowledge = {
  readonly catalogue: Catalogue
  readonly rules: readonly Rule[]
  readonly scopes: ScopeTable
  readonly policy: Policy
}
