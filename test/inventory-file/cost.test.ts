import { expect, test } from 'vitest'
import { currencyCode, parseCost, perMonth } from '#src/inventory-file/cost.ts'

const NONE = { row: null, header: null, settings: null }

test.for([
  ['12 EUR', 1200, 'EUR'],
  ['eur 12.5', 1250, 'EUR'],
  ['€1,250.50', 125050, 'EUR'],
  ['1.250,50 €', 125050, 'EUR'],
  ['€ 1.250', 125000, 'EUR'],
  ['CHF 1’250.50', 125050, 'CHF'],
  ['1 250,50 €', 125050, 'EUR'],
  ['12 €/month', 1200, 'EUR'],
  ['$12.00 per month', 1200, 'USD'],
  ['CA$12', 1200, 'CAD'],
  ['JPY 1,250', 1250, 'JPY'],
  ['KWD 1.250', 1250, 'KWD'],
  ['INR 1,00,000.50', 10000050, 'INR'],
  ['0.10 EUR', 10, 'EUR'],
  ['-12.50 EUR', -1250, 'EUR'],
  ['90071992547409.91 EUR', 9007199254740991, 'EUR'],
] as const)('%s is read to the cent', ([text, minor, currency]) => {
  expect(parseCost(text, NONE)).toEqual({ money: { minor, currency } })
})

test('the row says the currency before the header, and the header before the settings', () => {
  const minor = 1200
  expect(parseCost('12', { row: 'CHF', header: 'EUR', settings: 'USD' })).toEqual({ money: { minor, currency: 'CHF' } })
  expect(parseCost('12', { row: null, header: 'EUR', settings: 'USD' })).toEqual({ money: { minor, currency: 'EUR' } })
  expect(parseCost('12', { row: null, header: null, settings: 'USD' })).toEqual({ money: { minor, currency: 'USD' } })
  expect(parseCost('$12', { row: null, header: null, settings: 'AUD' })).toEqual({ money: { minor, currency: 'AUD' } })
})

test.for([
  ['free', NONE, 'is no amount'],
  ['12', NONE, 'has no currency'],
  ['12 apples', NONE, 'is in “apples”, which is no currency'],
  ['12 kr', NONE, 'may be in SEK or NOK or DKK'],
  ['€12', { ...NONE, row: 'USD' }, 'is in €, and the row or header says USD'],
  ['12.345 67 EUR', NONE, 'is no amount that EUR can have'],
  ['12.3456 EUR', NONE, 'is no amount that EUR can have'],
  ['12.5 JPY', NONE, 'is no amount that JPY can have'],
  ['1,250,50 EUR', NONE, 'is no amount that EUR can have'],
  ['90071992547409.93 EUR', NONE, 'is no amount that EUR can have'],
] as const)('%s is said, not guessed', ([text, hints, reason]) => {
  expect(parseCost(text, hints)).toEqual({ reason: expect.stringContaining(reason) })
})

test('a part of an amount is rounded to a whole minor unit and says whether it is exact', () => {
  expect(perMonth({ minor: 12000, currency: 'EUR' }, 12)).toEqual({
    money: { minor: 1000, currency: 'EUR' },
    exact: true,
  })
  expect(perMonth({ minor: 10000, currency: 'EUR' }, 12)).toEqual({
    money: { minor: 833, currency: 'EUR' },
    exact: false,
  })
})

test('a currency is a code in any case, or a symbol that means one', () => {
  expect(['eur', '€', '$', 'kr', 'euros'].map(currencyCode)).toEqual(['EUR', 'EUR', null, null, null])
})
