import type { Catalogue } from '#core/catalogue.ts'
import type { Policy } from '#core/policy.ts'
import type { Rule } from '#core/rule.ts'
import type { ScopeTable } from '#core/scope.ts'

/** How much of the catalogue is the company's own; every number is what its files add. */
export type OwnCounts = {
  readonly folder: string
  readonly products: number
  /** Known products that it adds to, and those that its own stand in for. */
  readonly extended: number
  readonly replaced: number
  readonly aliases: number
  readonly stems: number
  readonly domains: number
  readonly identifiers: number
  /** Charge texts that it states. */
  readonly descriptors: number
}

/** What Daylight knows before it has read anything: tables and rules, and the company's own tuning of them. */
export type Knowledge = {
  readonly catalogue: Catalogue
  readonly rules: readonly Rule[]
  readonly scopes: ScopeTable
  readonly policy: Policy
  /** Absent where the company has no catalogue of its own. */
  readonly own?: OwnCounts
}
