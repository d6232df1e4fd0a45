import type { DecimalMark } from './amounts.ts'
import { writtenAmount } from './amounts.ts'
import { balanceChain } from './balance-chain.ts'
import { directionOf } from './direction.ts'
import type { ColumnRole, Sign, StatementNature } from '#core/statement.ts'
import { kindOfText, kindOfType } from './row-words.ts'

export type SignClues = {
  readonly rows: readonly (readonly string[])[]
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly known: Sign | null
  readonly nature: StatementNature
  readonly decimal: DecimalMark
}

export type SignVerdict = { readonly sign: Sign | null; readonly evidence: string }

type Votes = { negative: number; positive: number; example: string }

// Words are outvoted by four times as many that contradict them: a refund may be typed as a purchase.
const CLEAR = 4

/** What the sign of the amounts means; null, with what was seen, when nothing tells. */
export function sniffSign(clues: SignClues): SignVerdict {
  const { rows, roles, known } = clues
  const debit = roles.get('debit')
  if (debit !== undefined) return splitSign(rows, debit)
  const amount = roles.get('amount')
  if (amount === undefined) return { sign: null, evidence: 'no column holds amounts' }
  const written = rows.map(
    (row) => writtenAmount(row[amount] ?? '') ?? writtenAmount(row[roles.get('amount2') ?? amount] ?? ''),
  )
  const negatives = written.filter((value) => value?.negative === true).length
  const positives = written.filter((value) => value !== null && !value.negative && /[1-9]/.test(value.body)).length
  if (roles.has('direction') && negatives === 0) return { sign: 'direction', evidence: 'a column says debit or credit' }
  if (written.length > 0 && written.every((value) => value === null || value.mark !== null)) {
    return { sign: 'spend-positive', evidence: 'every amount is marked as debit or credit' }
  }
  return (
    byBalance(clues, amount) ??
    byWords(clues, written) ??
    (known === null ? null : { sign: known, evidence: 'this header is known to write its amounts so' }) ??
    byMajority(clues, negatives, positives)
  )
}

function splitSign(rows: readonly (readonly string[])[], debit: number): SignVerdict {
  const written = rows
    .map((row) => writtenAmount(row[debit] ?? ''))
    .filter((value) => value !== null && /[1-9]/.test(value.body))
  const negative = written.filter((value) => value?.negative === true).length
  const sign = negative * 2 > written.length ? 'split-signed' : 'split'
  return { sign, evidence: 'debits and credits have columns of their own' }
}

/** What a bank owes goes down when money is spent. A card's balance is a debt and may count the other way: words decide there. */
function byBalance({ rows, roles, decimal, nature }: SignClues, amount: number): SignVerdict | null {
  const balance = roles.get('balance')
  if (balance === undefined || nature !== 'account') return null
  const { effect } = balanceChain(rows, amount, balance, undefined, decimal)
  if (effect === 0) return null
  return {
    sign: effect === 1 ? 'spend-negative' : 'spend-positive',
    evidence: 'the running balance follows from the amounts only so',
  }
}

function byWords(
  { rows, roles, nature }: SignClues,
  written: readonly ReturnType<typeof writtenAmount>[],
): SignVerdict | null {
  const votes: Votes = { negative: 0, positive: 0, example: '' }
  for (const [index, row] of rows.entries()) {
    const value = written[index] ?? null
    if (value === null || !/[1-9]/.test(value.body)) continue
    const out = isMoneyOut(row, roles, nature)
    if (out === null) continue
    if (votes.example === '') votes.example = row[roles.get('type') ?? roles.get('descriptor') ?? 0] ?? ''
    if (value.negative === out) votes.negative++
    else votes.positive++
  }
  if (votes.negative === votes.positive) return null
  const evidence = `rows that say what they are, as "${votes.example.slice(0, 60)}"`
  if (votes.negative >= CLEAR * votes.positive) return { sign: 'spend-negative', evidence }
  return votes.positive >= CLEAR * votes.negative ? { sign: 'spend-positive', evidence } : null
}

/** True when the row says that money was spent, false when it says that money came back. */
function isMoneyOut(
  row: readonly string[],
  roles: ReadonlyMap<ColumnRole, number>,
  nature: StatementNature,
): boolean | null {
  const cell = (role: ColumnRole): string => {
    const index = roles.get(role)
    return index === undefined ? '' : (row[index] ?? '')
  }
  const side = directionOf(cell('direction')) ?? directionOf(cell('type'))
  if (side !== null) return side === 'debit'
  const type = cell('type')
  const kinds = [
    kindOfType(type),
    nature === 'card' ? kindOfType(cell('category')) : null,
    kindOfText(cell('descriptor')),
    kindOfText(cell('descriptor2')),
  ]
  for (const [index, kind] of kinds.entries()) {
    // On a bank account "payment" goes either way, as "transfer" does everywhere.
    if (kind === 'payment' && nature === 'account') continue
    if (kind === 'purchase' || kind === 'fee') return true
    if (kind === 'refund' || kind === 'payment' || kind === 'income') return false
    if (kind === 'transfer' && index === 0 && /load|top.?up/i.test(type)) return false
  }
  return null
}

function byMajority({ roles, nature }: SignClues, negatives: number, positives: number): SignVerdict {
  if (negatives > 0 && nature === 'account') {
    return { sign: 'spend-negative', evidence: 'on a bank account money that goes out is negative' }
  }
  if (negatives > 0 && negatives >= 1.5 * positives) {
    return {
      sign: 'spend-negative',
      evidence: `${negatives} of ${negatives + positives} amounts are negative, and most rows of a statement are charges`,
    }
  }
  const seen = `${positives} amounts are positive, ${negatives} negative, and no row says what it is`
  const purchaseReport =
    nature === 'expense' ||
    roles.has('mcc') ||
    roles.has('person') ||
    roles.has('costCentre') ||
    roles.has('department')
  if (positives > 0 && positives >= 3 * negatives && purchaseReport && nature !== 'account') {
    return {
      sign: 'spend-positive',
      evidence: `most amounts are positive in a report of purchases by card holder, cost centre or merchant category`,
    }
  }
  return { sign: null, evidence: seen }
}
