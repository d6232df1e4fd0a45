import type { AppFacts } from './app.ts'
import type { Catalogue } from './catalogue.ts'
import type { StatementAccount, UnrecognisedCharge } from './charge.ts'
import type { Gap, ReadStatus } from './coverage.ts'
import type { Detection, RuleId } from './finding.ts'
import type { InventoryEntry } from './inventory.ts'
import type { Source } from './observation.ts'
import type { Person } from './person.ts'
import type { Policy } from './policy.ts'
import type { ScopeTable } from './scope.ts'

/** How well a source was read last, as rules see it. */
export type SourceReading = {
  readonly source: Source
  readonly status: ReadStatus
  /** ISO time of the last read and of the last complete one. */
  readonly readAt: string
  readonly completeAt: string | null
  readonly gaps: readonly Gap[]
  readonly rejected: number
}

/** All that rules may look at. */
export type Facts = {
  readonly apps: readonly AppFacts[]
  readonly people: readonly Person[]
  readonly inventory: readonly InventoryEntry[]
  readonly unrecognised: readonly UnrecognisedCharge[]
  readonly statements: readonly StatementAccount[]
  readonly sources: readonly SourceReading[]
  readonly catalogue: Catalogue
  readonly scopes: ScopeTable
  readonly policy: Policy
  /** ISO time. */
  readonly now: string
}

type RuleExample = {
  readonly title: string
  readonly facts: Facts
  /** Subject ids it must speak of, sorted; empty for a false example. */
  readonly finds: readonly string[]
}

/** One statement about apps. Its file name is its id; title, why and remedy are for the reader of the finding. */
export interface Rule {
  readonly id: RuleId
  readonly title: string
  readonly why: string
  /** The exact console page and steps. */
  readonly remedy: string
  detect(facts: Facts): Iterable<Detection>
  readonly examples: { readonly true: readonly RuleExample[]; readonly false: readonly RuleExample[] }
}
