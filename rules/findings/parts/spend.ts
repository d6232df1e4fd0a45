import type { AppCharge, AppFacts, Totals } from '#core/app.ts'
import { minorDigits } from '#core/currency.ts'
import { sumByCurrency } from '#core/money.ts'

/** Settled purchases and refunds, oldest first: the charges that are spend. */
export function spendCharges(charges: readonly AppCharge[]): AppCharge[] {
  return charges
    .filter(({ chargeKind }) => chargeKind === 'purchase' || chargeKind === 'refund')
    .toSorted((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1))
}

/** Purchases less refunds, by currency. */
export function spendOf(charges: readonly AppCharge[]): Totals {
  return sumByCurrency(spendCharges(charges).map((charge) => charge.amount))
}

/** What the app costs in a year, as far as its charges tell; else all that was spent. Amounts above zero only. */
export function annualSpend({ app }: AppFacts): Totals {
  if (app.statement === null) return {}
  const annual = positive(app.statement.annualMinor)
  return Object.keys(annual).length > 0 ? annual : positive(app.statement.spendMinor)
}

/** What the app costs in a month: a twelfth of a year, or the dearest month where the charges do not repeat. */
export function monthlySpend(facts: AppFacts): Totals {
  const { statement } = facts.app
  if (statement === null) return {}
  const repeats = statement.cadence !== null && statement.cadence !== 'once'
  if (!repeats) return dearestMonth(facts.evidence.charges)
  return Object.fromEntries(
    Object.entries(positive(statement.annualMinor)).map(([currency, minor]) => [currency, Math.round(minor / 12)]),
  )
}

/** True when one of the amounts, in whole units of its own currency, is at least `units`. Nothing is converted. */
export function reaches(totals: Totals, units: number): boolean {
  return Object.entries(totals).some(([currency, minor]) => minor / 10 ** minorDigits(currency) >= units)
}

/** The amounts above zero. */
export function positive(totals: Totals): Totals {
  return Object.fromEntries(Object.entries(totals).filter(([, minor]) => minor > 0))
}

function dearestMonth(charges: readonly AppCharge[]): Totals {
  const months = Map.groupBy(spendCharges(charges), (charge) => charge.date.slice(0, 7))
  const dearest = new Map<string, number>()
  for (const month of months.values()) {
    for (const [currency, minor] of Object.entries(spendOf(month))) {
      dearest.set(currency, Math.max(dearest.get(currency) ?? 0, minor))
    }
  }
  return positive(Object.fromEntries([...dearest].toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
