import type { Money } from '#core/money.ts'
import type { ChargeKind } from '#core/observation.ts'
import type { BesideLine } from './beside.ts'

/** A charge as read. What awaits an answer is null. Card numbers are cut in every text. */
export type StatementRow = {
  readonly kind: 'row'
  /** First physical line of the record, 1-based. */
  readonly line: number
  /** ISO date: posting date, else transaction date. */
  readonly date: string | null
  readonly descriptor: string
  /** > 0 is money spent, < 0 money back. */
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly chargeKind: ChargeKind
  readonly person: string | null
  readonly original: Money | null
  readonly account: string | null
  readonly department: string | null
  readonly costCentre: string | null
  readonly mcc: string | null
  readonly reference: string | null
  /** Running balance after the row, as printed. */
  readonly balanceMinor: number | null
  /** Observation key; null while date, amount or currency is open. */
  readonly key: string | null
}

/** A record that is no charge: a balance, a total, what stands above the header, a note. */
export type IgnoredLine = {
  readonly kind: 'ignored'
  readonly line: number
  readonly reason: string
  readonly says: BesideLine
  readonly cells: readonly string[]
  /** What stands in the amount columns, read as money spent. */
  readonly spent: number | null
}

/** Every record of a file is one of these. */
export type StatementLine =
  | StatementRow
  | IgnoredLine
  | { readonly kind: 'rejected'; readonly line: number; readonly reason: string }
