import { sumByCurrency } from '#core/money.ts'
import type { StoreReader } from '#core/store.ts'

/** What was spent on software in one currency, purchases less refunds, and how much of it is attributed. */
export type ResolvedSpend = {
  readonly currency: string
  readonly resolvedMinor: number
  /** Charges that look like software and that nobody could attribute. */
  readonly unresolvedMinor: number
  /** Resolved of both; null where they do not add up to spend. */
  readonly share: number | null
}

/** Reads the share of software spend that is attributed to an app, one entry a currency, from the last detection. */
export async function readResolvedSpend(store: StoreReader): Promise<readonly ResolvedSpend[]> {
  const [apps, company] = await Promise.all([store.list('apps'), store.get('company', 'company')])
  const resolved = sumByCurrency(
    apps.flatMap(({ value }) =>
      Object.entries(value.statement?.spendMinor ?? {}).map(([currency, minor]) => ({ currency, minor })),
    ),
  )
  const unresolved = company?.value.unrecognised.spendMinor ?? {}
  const currencies = new Set([...Object.keys(resolved), ...Object.keys(unresolved)])
  return [...currencies].toSorted().map((currency) => {
    const [resolvedMinor, unresolvedMinor] = [resolved[currency] ?? 0, unresolved[currency] ?? 0]
    const total = resolvedMinor + unresolvedMinor
    return { currency, resolvedMinor, unresolvedMinor, share: total > 0 ? resolvedMinor / total : null }
  })
}
