import { sumByCurrency } from '../money.ts'
import { chargesOf, holders } from '../reconcile/evidence.ts'
import type { Directory } from '../reconcile/people.ts'
import { isSpend } from '../reconcile/spend.ts'
import type { Identified } from './identified.ts'

/** How much of the history an identity is. */
export type Weight = {
  /** Stored observations: charges, consents, assignments, sign-ins. */
  readonly rows: number
  /** Ids of those who paid or hold a way in, sorted. */
  readonly people: readonly string[]
  /** Purchases less refunds, by currency; empty for what bears no charge. */
  readonly spendMinor: Readonly<Record<string, number>>
  /** ISO dates; null where the source dates nothing. */
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

/** The weight of one identity. */
export function weightOf(identified: Identified, directory: Directory): Weight {
  if (identified.what === 'app') {
    const { record } = identified
    return {
      rows: record.observations,
      people: distinct([...holders(record)].map((email) => directory.byEmail(email).id)),
      spendMinor: {},
      firstSeen: dayOf(record.firstAt),
      lastSeen: dayOf(record.lastAt),
    }
  }
  const charges = chargesOf(identified.record, identified.match, directory)
  const dates = charges.map(({ date }) => date).toSorted()
  return {
    rows: charges.length,
    people: distinct(charges.flatMap(({ person }) => person ?? [])),
    spendMinor: sumByCurrency(charges.filter(isSpend).map(({ amount }) => amount)),
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
  }
}

/** What several identities weigh together; a person counts once. */
export function totalWeight(weights: readonly Weight[]): Weight {
  const money = weights.flatMap(({ spendMinor }) =>
    Object.entries(spendMinor).map(([currency, minor]) => ({ currency, minor })),
  )
  return {
    rows: weights.reduce((sum, { rows }) => sum + rows, 0),
    people: distinct(weights.flatMap(({ people }) => people)),
    spendMinor: sumByCurrency(money),
    firstSeen: weights.flatMap(({ firstSeen }) => firstSeen ?? []).toSorted()[0] ?? null,
    lastSeen:
      weights
        .flatMap(({ lastSeen }) => lastSeen ?? [])
        .toSorted()
        .at(-1) ?? null,
  }
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}

function dayOf(time: string | null): string | null {
  return time === null ? null : time.slice(0, 10)
}
