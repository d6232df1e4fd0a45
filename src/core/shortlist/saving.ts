import { formatMoney } from '../money.ts'
import type { Member } from './member.ts'

export type Saving = { readonly low: number; readonly high: number; readonly arithmetic: readonly string[] }

/**
 * What retiring the others saves in a year. High: all their spend ends and nobody needs a new seat. Low: people who do
 * not use the kept tool yet need a seat there, at its price where that is known, else at the price of the tool that goes.
 */
export function savingOf(keep: Member, retire: readonly Member[], currency: string): Saving {
  const money = (minor: number): string => formatMoney({ minor, currency })
  const lines: string[] = []
  let low = 0
  let high = 0
  const seat = seatPrice(keep)
  for (const member of retire) {
    const spend = member.annualMinor
    if (spend === null) {
      lines.push(`${member.app.name}: what it costs is not recorded, counted as nothing`)
      continue
    }
    lines.push(...member.annualHow.map((how) => `${member.app.name}: ${how}`))
    const users = member.people.size
    const shared = [...member.people].filter((person) => keep.people.has(person)).length
    const moving = users - shared
    high += spend
    lines.push(`${member.app.name}, at most: all of ${money(spend)}`)
    if (users === 0) {
      lines.push(`${member.app.name}, at least: 0.00, because who uses it is not recorded`)
      continue
    }
    const cost = seat === null ? Math.round((spend * moving) / users) : Math.min(spend, seat * moving)
    low += spend - cost
    const price =
      seat === null
        ? `${moving} of ${users} people keep costing what they cost now, ${money(cost)}`
        : `${moving} new ${moving === 1 ? 'seat' : 'seats'} of ${keep.app.name} at ${money(seat)} a year, ${money(cost)}`
    lines.push(
      `${member.app.name}, at least: ${money(spend)} less ${price} = ${money(spend - cost)} (${shared} of ${users} use ${keep.app.name} already)`,
    )
  }
  lines.push(`together: ${money(low)} to ${money(high)} a year`)
  return { low, high, arithmetic: lines }
}

/** A year of one seat of the kept tool in minor units, from the inventory; null when it is not recorded. */
function seatPrice(keep: Member): number | null {
  const { entry } = keep
  if (entry?.monthlyCost === undefined || entry.monthlyCost === null || !entry.seats) return null
  return Math.ceil((entry.monthlyCost.minor * 12) / entry.seats)
}
