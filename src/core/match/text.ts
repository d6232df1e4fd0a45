import type { Billing } from '../descriptor/intermediary.ts'
import type { Token } from '../descriptor/token.ts'

/** A descriptor or a name, taken apart for matching. */
export type MatchText = {
  readonly tokens: readonly Token[]
  readonly joined: string
  readonly offsets: readonly number[]
  /** The first token that may be a product: what comes before is an intermediary that is certain. */
  readonly start: number
  readonly billing: Billing | null
}
