import { toMinor, writtenAmount } from './amounts.ts'
import type { DecimalMark } from './amounts.ts'

/** How a running balance moves with the amounts beside it. */
export type BalanceChain = {
  /** True when the balances follow from the amounts in nearly all neighbouring rows. */
  readonly holds: boolean
  /** 1: a positive amount raises the balance; -1: it lowers it; 0 when the chain does not hold. */
  readonly effect: 1 | -1 | 0
  readonly links: number
}

const NEARLY_ALL = 0.8
// Enough for every currency; only differences count here.
const DIGITS = 4

/**
 * Follows a balance column through the rows, oldest or newest first. `amount` and, where debits and credits stand
 * apart, `credit` are column indexes. Rows without balance are passed over.
 */
export function balanceChain(
  rows: readonly (readonly string[])[],
  amount: number,
  balance: number,
  credit?: number,
  decimal?: DecimalMark,
): BalanceChain {
  const steps = rows.flatMap((row) => {
    const after = signedMinor(row[balance], decimal)
    const moved = signedMinor(row[amount], decimal)
    const back = credit === undefined ? null : signedMinor(row[credit], decimal)
    if (after === null || (moved === null && back === null)) return []
    return [{ after, moved: (moved ?? 0) - Math.abs(back ?? 0) }]
  })
  let pairs = 0
  const hits = { forwardUp: 0, forwardDown: 0, backwardUp: 0, backwardDown: 0 }
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1]
    if (next === undefined || (next.moved === 0 && step.moved === 0)) continue
    pairs++
    const change = next.after - step.after
    if (change === next.moved) hits.forwardUp++
    if (change === -next.moved) hits.forwardDown++
    if (-change === step.moved) hits.backwardUp++
    if (-change === -step.moved) hits.backwardDown++
  }
  const up = Math.max(hits.forwardUp, hits.backwardUp)
  const down = Math.max(hits.forwardDown, hits.backwardDown)
  const links = Math.max(up, down)
  const holds = pairs > 0 && links >= NEARLY_ALL * pairs && up !== down
  return { holds, effect: holds ? (up > down ? 1 : -1) : 0, links }
}

function signedMinor(cell: string | undefined, decimal: DecimalMark | undefined): number | null {
  const written = cell === undefined ? null : writtenAmount(cell)
  if (written === null) return null
  const mark = decimal ?? (/,\d{1,2}$/.test(written.body) ? ',' : '.')
  const minor = toMinor(written.body, mark, DIGITS)
  if (!minor.ok) return null
  return written.negative || written.mark === 'debit' ? -minor.minor : minor.minor
}
