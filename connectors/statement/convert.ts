import type { ChargeObservation } from '#core/observation.ts'
import type { StatementRow } from './statement-line.ts'

/** The charge of a row. `account`: as a person named it; else the card's or account's tail on the row. Throws while a question is open. */
export function toCharge(
  row: StatementRow,
  context: { readonly importId: string; readonly account: string | null },
): ChargeObservation {
  const { date, amountMinor, currency, key } = row
  if (date === null || amountMinor === null || currency === null || key === null) {
    throw new Error(`line ${row.line} awaits an answer and is no charge yet`)
  }
  return {
    kind: 'charge',
    key,
    source: 'statement',
    chargeKind: row.chargeKind,
    descriptor: row.descriptor,
    date,
    amount: { minor: amountMinor, currency },
    original: row.original,
    account: context.account ?? row.account ?? 'unnamed account',
    person: row.person,
    department: row.department,
    costCentre: row.costCentre,
    mcc: row.mcc,
    reference: row.reference,
    importId: context.importId,
    line: row.line,
  }
}
