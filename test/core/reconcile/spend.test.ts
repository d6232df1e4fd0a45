import { describe, expect, test } from 'vitest'
import type { AppCharge } from '#core/app.ts'
import { summariseCharges } from '#core/reconcile/spend.ts'

function charges(dates: readonly string[], minor: number, over: Partial<AppCharge> = {}): AppCharge[] {
  return dates.map((date) => ({
    key: `${date}:${minor}:${over.account ?? 'card'}`,
    date,
    descriptor: 'TOOL',
    chargeKind: minor < 0 ? 'refund' : 'purchase',
    amount: { minor, currency: 'EUR' },
    account: 'card',
    person: null,
    department: null,
    intermediary: null,
    ...over,
  }))
}

describe('spend', () => {
  test.for<[string, AppCharge[], number, string]>([
    ['monthly', charges(['2026-01-03', '2026-02-03', '2026-03-03'], 1000), 12_000, 'monthly'],
    ['every third month', charges(['2026-01-03', '2026-04-03'], 3000), 12_000, 'quarterly'],
    [
      'yearly, at the last price',
      [...charges(['2025-02-01'], 10_000), ...charges(['2026-02-02'], 12_000)],
      12_000,
      'yearly',
    ],
    ['once', charges(['2026-03-01'], 5000), 5000, 'once'],
    [
      'now and then within a year, not scaled up',
      charges(['2026-01-01', '2026-03-01', '2026-04-01'], 100),
      300,
      'irregular',
    ],
  ])('charged %s', ([, given, annual, cadence]) => {
    const summary = summariseCharges(given)
    expect(summary.annualMinor).toEqual({ EUR: annual })
    expect(summary.cadence).toBe(cadence)
    expect(summary.annualArithmetic).toHaveLength(1)
  })

  test('refunds are negative spend; pending, declined, fees and payments are none', () => {
    const summary = summariseCharges([
      ...charges(['2026-01-01'], 1000),
      ...charges(['2026-01-05'], -400),
      ...(['pending', 'declined', 'fee', 'payment', 'transfer', 'income'] as const).flatMap((chargeKind) =>
        charges(['2026-01-06'], 99, { chargeKind }),
      ),
    ])
    expect(summary).toMatchObject({ charges: 2, spendMinor: { EUR: 600 }, annualMinor: { EUR: 600 } })
  })

  test('each card and payer is a channel of its own, and currencies are never added', () => {
    const months = ['2026-01-01', '2026-02-01']
    const summary = summariseCharges([
      ...charges(months, 1000),
      ...charges(months, 500, { account: 'other' }),
      ...charges(months, 200, { amount: { minor: 200, currency: 'USD' }, account: 'third' }),
    ])
    expect(summary.annualMinor).toEqual({ EUR: 18_000, USD: 2400 })
    expect(summary.annualArithmetic).toHaveLength(3)
  })

  test('what was all paid back costs nothing a year', () => {
    expect(summariseCharges([...charges(['2026-01-01'], 700), ...charges(['2026-01-02'], -700)]).annualMinor).toEqual(
      {},
    )
  })
})
