import type { DateOrder, Sign, StatementNature } from '#core/statement.ts'
import { fold } from './fold.ts'
import { KNOWN_HEADERS } from './known-headers.ts'

/** What is known of a bank's or card's export beyond what its rows can tell. */
export type Facts = {
  readonly name: string
  readonly dateOrder?: DateOrder
  readonly sign?: Sign
  readonly nature?: StatementNature
}

/** What is known of a file with this header; null for the many headers that nobody wrote down. */
export function factsOf(header: readonly string[]): Facts | null {
  const folded = new Set(header.map((text) => fold(text)))
  const has = (wanted: string): boolean => wanted.split('|').some((part) => folded.has(part))
  const found = KNOWN_HEADERS.find(
    ({ has: wanted, not = [], most = Infinity }) =>
      header.length <= most && wanted.every(has) && !not.some((text) => folded.has(text)),
  )
  return found ?? null
}
