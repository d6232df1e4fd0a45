import type { AppFacts } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Facts } from '#core/rule.ts'
import type { Channel } from './channel.ts'
import { dearest } from './channel.ts'
import { spendOf } from './spend.ts'

/** The approved entry that speaks for a contract of the company: it states seats, a cost or an owner. */
export function contractOf({ app }: AppFacts, { inventory }: Facts): InventoryEntry | null {
  const entry = inventory.find(({ id }) => id === app.inventoryEntry)
  if (entry?.status !== 'approved') return null
  return entry.seats !== null || entry.monthlyCost !== null || entry.owner !== null ? entry : null
}

// How far a bill may be from the cost that the inventory states: taxes, exchange and a seat more or less.
const NEAR = 0.25

/**
 * The channel through which the contract itself is paid, as far as one can tell: it bills what the inventory states, or
 * its card is the owner's, or, where no cost is stated, it names no person. Null when every channel is beside it.
 */
export function contractChannel(entry: InventoryEntry, channels: readonly Channel[]): Channel | null {
  const likely = channels.filter((channel) => paysFor(channel, entry))
  return likely.toSorted((a, b) => volume(b) - volume(a))[0] ?? null
}

function paysFor(channel: Channel, { monthlyCost, owner }: InventoryEntry): boolean {
  if (owner !== null && channel.person?.toLowerCase() === owner.toLowerCase()) return true
  if (monthlyCost === null) return channel.person === null
  const bill = dearest(channel)
  if (bill.currency !== monthlyCost.currency) return channel.person === null
  return [1, 3, 12].some((months) => {
    const expected = monthlyCost.minor * months
    return Math.abs(bill.minor - expected) <= expected * NEAR
  })
}

function volume(channel: Channel): number {
  return Math.max(0, ...Object.values(spendOf(channel.charges)))
}
