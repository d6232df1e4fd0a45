import type { AppCharge, AppFacts } from '#core/app.ts'
import type { StatementAccount } from '#core/charge.ts'
import type { Money } from '#core/money.ts'
import { compare } from './order.ts'
import { positive, spendCharges, spendOf } from './spend.ts'

/** One way in which a product is bought: an account, who holds the card, and who bills for the vendor. */
export type Channel = {
  readonly account: string
  /** E-mail, else the name as printed; null where the statement names nobody. */
  readonly person: string | null
  readonly intermediary: string | null
  /** Purchases and refunds, oldest first; at least one. */
  readonly charges: readonly AppCharge[]
  /** `YYYY-MM` of the first and the last charge. */
  readonly firstMonth: string
  readonly lastMonth: string
}

/** The channels through which an app is bought, each with a positive sum; sorted by account, person, intermediary. */
export function channelsOf({ evidence }: AppFacts): Channel[] {
  const groups = Map.groupBy(spendCharges(evidence.charges), ({ account, person, intermediary }) =>
    JSON.stringify([account, person, intermediary]),
  )
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([, charges]) => {
      const [first, last] = [charges[0], charges.at(-1)]
      if (first === undefined || last === undefined || Object.keys(positive(spendOf(charges))).length === 0) return []
      const { account, person, intermediary } = first
      return { account, person, intermediary, charges, firstMonth: month(first), lastMonth: month(last) }
    })
}

/**
 * True when the account's later statements show that the charges stopped: two of them without a charge where one of the
 * app's channels is charged monthly, thirteen otherwise. Months that nobody uploaded show nothing.
 */
export function hasEnded(
  channel: Channel,
  channels: readonly Channel[],
  accounts: readonly StatementAccount[],
): boolean {
  const months = accounts.find(({ account }) => account === channel.account)?.months ?? []
  const without = months.filter((each) => each > channel.lastMonth).length
  return without >= (channels.some(isMonthly) ? 2 : 13)
}

/**
 * True when two channels buy at the same time. One person's two channels must share a month, because a new card or a new
 * biller replaces the old one. Two people buy twice, unless the one's series of charges ended before the other began.
 */
export function runBeside(a: Channel, b: Channel): boolean {
  const [earlier, later] = a.firstMonth <= b.firstMonth ? [a, b] : [b, a]
  if (earlier.lastMonth >= later.firstMonth) return !isOnePurchase(a, b)
  const onePayer = a.person === b.person || a.person === null || b.person === null
  return !onePayer && !isSeries(earlier) && !isSeries(later)
}

/** The dearest charge of a channel. */
export function dearest({ charges }: Channel): Money {
  const [first, ...others] = charges.map(({ amount }) => amount)
  return others.reduce(
    (most, amount) => (amount.minor > most.minor ? amount : most),
    first ?? { minor: 0, currency: '' },
  )
}

/** Charged in two months that follow each other. */
function isMonthly({ charges }: Channel): boolean {
  const months = [...new Set(charges.map(month))].map((each) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5)))
  return months.some((number) => months.includes(number + 1))
}

function isSeries({ firstMonth, lastMonth }: Channel): boolean {
  return firstMonth !== lastMonth
}

// A purchase reaches the card statement within days of the expense report that claims it.
const SAME_PURCHASE_DAYS = 5

/** A card statement and an expense report of one person may show the same purchases. */
function isOnePurchase(a: Channel, b: Channel): boolean {
  if (a.person === null || a.person !== b.person || a.account === b.account) return false
  const [few, many] = a.charges.length <= b.charges.length ? [a, b] : [b, a]
  return few.charges.every((charge) => many.charges.some((other) => isTwin(charge, other)))
}

function isTwin(a: AppCharge, b: AppCharge): boolean {
  const days = Math.abs(Date.parse(a.date) - Date.parse(b.date)) / 86_400_000
  return a.amount.minor === b.amount.minor && a.amount.currency === b.amount.currency && days <= SAME_PURCHASE_DAYS
}

function month(charge: AppCharge): string {
  return charge.date.slice(0, 7)
}
