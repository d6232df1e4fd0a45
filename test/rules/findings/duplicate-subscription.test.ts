import { describe, expect, test } from 'vitest'
import { app, entry, monthly } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

describe('duplicate-subscription', () => {
  const cards = (...holders: string[]) =>
    holders.flatMap((name, index) => monthly({ account: `card-${index}`, person: `${name}@acme.example` }))

  test('counts the people who pay, and what is spent beyond one subscription', () => {
    const found = find('duplicate-subscription', {
      apps: [app({ id: 'canva', charges: cards('ana', 'ben', 'cleo', 'dan') })],
    })
    expect(found).toMatchObject({
      title: 'Canva is paid for by 4 people at the same time',
      people: 4,
      severity: 'medium',
      spendMinor: { EUR: 18_000 },
    })
    expect(found.evidence.filter(({ kind }) => kind === 'arithmetic').map(({ text }) => text)).toEqual([
      'Account card-0, ana@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-1, ben@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-2, cleo@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-3, dan@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
    ])
  })

  test('beside a contract every card counts but the one that pays the contract', () => {
    const contract = monthly({ account: 'bank', amount: { minor: 41_000, currency: 'EUR' } })
    const found = find('duplicate-subscription', {
      inventory: [entry('slack', { seats: 50, monthlyCost: { minor: 40_000, currency: 'EUR' } })],
      apps: [
        app({
          id: 'slack',
          standing: 'approved',
          inventoryEntry: 'slack',
          charges: [...contract, ...cards('ana', 'ben')],
        }),
      ],
    })
    expect(found).toMatchObject({
      title: "Slack is paid for by 2 people beside the company's contract",
      nextStep: 'Ask owner@acme.example for seats in the contract of Slack, then cancel the other 2 subscriptions',
      spendMinor: { EUR: 12_000 },
    })
  })
})
