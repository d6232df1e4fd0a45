import type { AppCharge, ChargeSummary } from '../app.ts'
import { formatMoney, sumByCurrency } from '../money.ts'

type Cadence = Exclude<ChargeSummary['cadence'], null>
type Channel = { readonly name: string; readonly currency: string; readonly charges: readonly AppCharge[] }
type Annual = {
  readonly minor: number
  readonly currency: string
  readonly cadence: Cadence
  readonly arithmetic: string
}

/** Purchases and refunds are spend; pending, declined, fees, payments and transfers are not. */
export function isSpend(charge: AppCharge): boolean {
  return charge.chargeKind === 'purchase' || charge.chargeKind === 'refund'
}

/**
 * What the charges of one app add up to, and what they would be in a year. A channel is one account and payer; its
 * cadence is read from the months in which it was charged, and the arithmetic says how.
 */
export function summariseCharges(charges: readonly AppCharge[]): ChargeSummary {
  const spend = charges.filter(isSpend)
  const annuals = channelsOf(spend).flatMap((channel) => annualOf(channel) ?? [])
  const cadences = new Set(annuals.map((annual) => annual.cadence))
  return {
    charges: spend.length,
    currencies: sumByCurrency(spend.map(({ amount: { currency } }) => ({ minor: 1, currency }))),
    spendMinor: sumByCurrency(spend.map((charge) => charge.amount)),
    annualMinor: sumByCurrency(annuals),
    annualArithmetic: annuals.map((annual) => annual.arithmetic),
    cadence: cadences.size === 1 ? ([...cadences][0] ?? null) : cadences.size === 0 ? null : 'irregular',
    lastCharge:
      spend
        .map((charge) => charge.date)
        .toSorted()
        .at(-1) ?? null,
  }
}

function channelsOf(charges: readonly AppCharge[]): Channel[] {
  const groups = Map.groupBy(charges, (charge) =>
    [charge.account, charge.person ?? '', charge.amount.currency].join('\n'),
  )
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => {
      const [first] = members
      const payer = first?.person ? `, ${first.person}` : ''
      return {
        name: `${first?.account ?? ''}${payer}`,
        currency: first?.amount.currency ?? '',
        charges: members.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.key < b.key ? -1 : 1)),
      }
    })
}

function annualOf(channel: Channel): Annual | null {
  const total = channel.charges.reduce((sum, charge) => sum + charge.amount.minor, 0)
  if (total <= 0) return null
  const byMonth = Map.groupBy(channel.charges, (charge) => charge.date.slice(0, 7))
  const months = [...byMonth.keys()].toSorted()
  const money = (minor: number): string => formatMoney({ minor, currency: channel.currency })
  const annual = (minor: number, cadence: Cadence, how: string): Annual => ({
    minor,
    currency: channel.currency,
    cadence,
    arithmetic: `${channel.name}: ${how} = ${money(minor)} a year`,
  })
  const [first = '', second = ''] = months
  if (months.length === 1) return annual(total, 'once', `charged in one month only, counted once: ${money(total)}`)
  const gap = (monthNumber(months.at(-1) ?? first) - monthNumber(first)) / (months.length - 1)
  const mean = Math.round(total / months.length)
  if (gap === 1)
    return annual(mean * 12, 'monthly', `charged monthly, ${money(mean)} on average over ${months.length} months × 12`)
  if (gap === 3) return annual(mean * 4, 'quarterly', `charged every 3 months, ${money(mean)} on average × 4`)
  if (gap === 12 || monthNumber(second) - monthNumber(first) === 12) {
    const last = (byMonth.get(months.at(-1) ?? '') ?? []).reduce((sum, charge) => sum + charge.amount.minor, 0)
    return annual(last, 'yearly', `charged yearly, last ${money(last)}`)
  }
  const span = monthNumber(months.at(-1) ?? first) - monthNumber(first) + 1
  const scaled = span >= 12 ? Math.round((total / span) * 12) : total
  return annual(
    scaled,
    'irregular',
    `${money(total)} in ${months.length} of ${span} months${span >= 12 ? ', scaled to 12 months' : ', not scaled up'}`,
  )
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
