import type { Identifier } from './identifier.ts'
import type { Money } from './money.ts'

export const STATUSES = ['approved', 'restricted', 'trial', 'under-review', 'rejected', 'retired'] as const
export type Status = (typeof STATUSES)[number]

/** An app's standing: its entry's status, or `unlisted`. */
export type Standing = Status | 'unlisted'

/** What the company decided about a tool. */
export type InventoryEntry = {
  /** Kebab-case of the tool's name, unique. */
  readonly id: string
  readonly tool: string
  readonly status: Status
  /** The product or app it was resolved to; null when the tool is not known. */
  readonly app: string | null
  readonly domain: string | null
  readonly vendor: string | null
  /** E-mail or name of the person who answers for the tool. */
  readonly owner: string | null
  readonly capabilities: readonly string[]
  /** ISO date. */
  readonly renewal: string | null
  readonly noticeDays: number | null
  readonly monthlyCost: Money | null
  readonly seats: number | null
  readonly identifiers: readonly Identifier[]
  /** For `restricted` and `trial`: what must hold, a sentence each. */
  readonly conditions: readonly string[]
  /** For `trial`: ISO date. */
  readonly until: string | null
  readonly notes: string
}
