import type { Match } from './match/match.ts'
import type { AppCharge } from './app.ts'

/** Charges of one descriptor that look like software and that nobody could attribute. */
export type UnrecognisedCharge = {
  /** Stable id of the distinct descriptor. */
  readonly id: string
  readonly descriptor: string
  readonly match: Match
  readonly charges: readonly AppCharge[]
}

/** A statement account and the months that were uploaded: a month that is missing is a blind spot, never a saving. */
export type StatementAccount = {
  readonly account: string
  /** `YYYY-MM`, sorted. */
  readonly months: readonly string[]
  /** Months between the first and the last uploaded one that nobody uploaded. */
  readonly missingMonths: readonly string[]
}
