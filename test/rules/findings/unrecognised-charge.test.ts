import { expect, test } from 'vitest'
import { charge, unrecognised } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

test('an ambiguous charge names its candidates and whom to ask', () => {
  const charges = ['2026-01-03', '2026-02-03'].map((date) =>
    charge(date, { descriptor: 'FRONT', person: 'ana@acme.example', amount: { minor: 150_000, currency: 'EUR' } }),
  )
  const candidates = [
    { app: 'front', name: 'Front', domain: null, confidence: 0.5 },
    { app: 'frontify', name: 'Frontify', domain: null, confidence: 0.4 },
  ]
  expect(
    find('unrecognised-charge', { unrecognised: [unrecognised('c', charges, { verdict: 'ambiguous', candidates })] }),
  ).toMatchObject({
    title: '"FRONT" (2 charges, 3,000.00 EUR) could be Front or Frontify',
    nextStep: 'Ask ana@acme.example (card holder) what "FRONT" pays for, and say so here',
    severity: 'high',
    app: null,
    subject: { kind: 'charge', id: 'c' },
  })
})
