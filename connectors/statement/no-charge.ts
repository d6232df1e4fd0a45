import { besideLine } from './beside.ts'
import type { BesideLine } from './beside.ts'
import { writtenDate } from './dates.ts'
import type { StatementRecord } from './records.ts'
import type { RowAmount } from './row-amount.ts'
import type { IgnoredLine } from './statement-line.ts'

type Found = { readonly dateText: string; readonly descriptor: string; readonly amount: RowAmount }

const MAYBE_BALANCE = /balance|saldo|solde|kontostand|bestand|forward|vortrag|zustatek|egyenleg/i
const LONGEST_BALANCE_TEXT = 60

/** Why a record is beside the charges: a balance, a total, a note. Null when it is a charge, or a broken one. */
export function noCharge(record: StatementRecord, { dateText, descriptor, amount }: Found): IgnoredLine | null {
  const isDated = writtenDate(dateText) !== null
  if (isDated && amount.ok) {
    if (!MAYBE_BALANCE.test(descriptor) || descriptor.length > LONGEST_BALANCE_TEXT) return null
    // With date and amount only a whole phrase is believed: `NEW BALANCE` sells shoes.
    const says = besideLine([descriptor])
    return says === 'opening' || says === 'closing' ? ignored(record, 'a balance line', says) : null
  }
  const hasAmount = amount.ok
  if (isDated && !amount.ok && amount.reason !== 'no amount') return null
  const says = besideLine(record.cells)
  const spent = amount.ok ? amount.spent : null
  if (says === 'total' || says === 'subtotal') return ignored(record, 'a total line', says, spent)
  if (says !== null) return ignored(record, 'a balance line', says)
  if (isDated) return null
  if (hasAmount && dateText === '' && descriptor === '') {
    return ignored(record, 'a subtotal: an amount without date and merchant', 'subtotal', spent)
  }
  const filled = record.cells.filter((cell) => cell !== '').length
  return !hasAmount && (filled <= 2 || dateText === '') ? ignored(record, 'a note, without date and amount') : null
}

export function ignored(
  { line, cells }: StatementRecord,
  reason: string,
  says: BesideLine = null,
  spent: number | null = null,
): IgnoredLine {
  return { kind: 'ignored', line, reason, says, cells, spent }
}
