import type { AppFacts, Totals } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import { sumByCurrency } from '#core/money.ts'
import type { Facts } from '#core/rule.ts'
import type { Channel } from './channel.ts'
import { channelsOf, hasEnded, runBeside } from './channel.ts'
import { contractChannel, contractOf } from './contract.ts'
import { spendOf } from './spend.ts'

/** The channels through which one product is bought more than once. */
export type Duplicates = {
  /** The contract they run beside; null when they run beside each other. */
  readonly contract: InventoryEntry | null
  readonly channels: readonly Channel[]
  /** What was spent beyond one of them: beside a contract on all, else on all but the dearest. */
  readonly extra: Totals
}

/** Null when the product is bought once, as far as statements and inventory show. */
export function duplicatesOf(each: AppFacts, facts: Facts): Duplicates | null {
  const all = channelsOf(each)
  const live = all.filter((channel) => !hasEnded(channel, all, facts.statements))
  const contract = contractOf(each, facts)
  if (contract !== null) {
    const own = contractChannel(contract, live)
    const channels = live.filter((channel) => channel !== own)
    return channels.length === 0 ? null : { contract, channels, extra: sum(channels) }
  }
  const channels = live.filter((one) => live.some((other) => one !== other && runBeside(one, other)))
  if (channels.length < 2) return null
  const [, ...others] = channels.toSorted((a, b) => volume(b) - volume(a))
  return { contract, channels, extra: sum(others) }
}

function sum(channels: readonly Channel[]): Totals {
  const amounts = channels.flatMap(({ charges }) => Object.entries(spendOf(charges)))
  return sumByCurrency(amounts.map(([currency, minor]) => ({ minor, currency })))
}

function volume({ charges }: Channel): number {
  return Math.max(0, ...Object.values(spendOf(charges)))
}
