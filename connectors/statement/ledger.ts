import { minorDigits } from '#core/currency.ts'
import type { DecimalMark } from './amounts.ts'
import { amountOn } from './beside.ts'
import { RunningBalance } from './running-balance.ts'
import type { StatementLine, StatementRow } from './statement-line.ts'

export type LedgerTotals = Readonly<
  Record<string, { readonly statementMinor: number | null; readonly accountedMinor: number | null }>
>

type Book = { accounted: number | null; readonly running: RunningBalance }
type Stated = {
  total: number | null
  totals: number
  opening: Said | null
  closing: Said | null
  previous: Said | null
  next: Said | null
}
type Said = { readonly cells: readonly string[] }

/** Adds up what a statement accounts for and what it says of itself, by currency. Money spent is positive in both. */
export class Ledger {
  readonly #decimal: DecimalMark | null
  readonly #books = new Map<string, Book>()
  readonly #stated: Stated = { opening: null, closing: null, previous: null, next: null, total: null, totals: 0 }

  constructor(decimal: DecimalMark | null) {
    this.#decimal = decimal
  }

  add(line: StatementLine): void {
    if (line.kind === 'row') this.#addRow(line)
    if (line.kind !== 'ignored') return
    if (line.says === 'opening') this.#stated.opening ??= line
    if (line.says === 'closing') this.#stated.closing = line
    if (line.says === 'previous') this.#stated.previous ??= line
    if (line.says === 'new') this.#stated.next = line
    if (line.says === 'total' && line.spent !== null) {
      this.#stated.total = line.spent
      this.#stated.totals++
    }
  }

  totals(): LedgerTotals {
    const only = this.#books.size === 1
    const entries = [...this.#books]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, book]) => {
        const stated = only ? this.#statedDifference(currency, book.accounted) : null
        const total = only && this.#stated.totals === 1 ? this.#stated.total : null
        return [
          currency,
          { statementMinor: stated ?? book.running.difference() ?? total, accountedMinor: book.accounted },
        ] as const
      })
    return Object.fromEntries(entries)
  }

  #addRow(row: StatementRow): void {
    if (row.currency === null) return
    const book = this.#books.get(row.currency) ?? { accounted: 0, running: new RunningBalance() }
    this.#books.set(row.currency, book)
    if (row.chargeKind === 'pending' || row.chargeKind === 'declined') return
    book.accounted = book.accounted === null || row.amountMinor === null ? null : book.accounted + row.amountMinor
    if (row.amountMinor !== null && row.balanceMinor !== null) book.running.add(row.amountMinor, row.balanceMinor)
  }

  /** Opening less closing balance; of a debt (a card's previous and new balance) the other way round. */
  #statedDifference(currency: string, accounted: number | null): number | null {
    const { opening, closing, previous, next } = this.#stated
    const before = this.#amount(opening ?? previous, currency)
    const after = this.#amount(opening === null ? next : closing, currency)
    if (before === null || after === null) return null
    const spent = opening === null ? after - before : before - after
    return accounted !== null && spent === -accounted && spent !== 0 ? accounted : spent
  }

  #amount(said: Said | null, currency: string): number | null {
    if (said === null || this.#decimal === null) return null
    const found = amountOn(said.cells, this.#decimal, minorDigits(currency))
    return found === null || (found.currency !== null && found.currency !== currency) ? null : found.minor
  }
}
