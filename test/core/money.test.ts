import { describe, expect, test } from 'vitest'
import { isCurrency, minorDigits } from '#core/currency.ts'
import { decimal, formatMoney, sumByCurrency } from '#core/money.ts'

describe('money', () => {
  test.for([
    [125_050, 'EUR', '1,250.50 EUR', '1250.50'],
    [-5, 'USD', '-0.05 USD', '-0.05'],
    [1_234_567, 'JPY', '1,234,567 JPY', '1234567'],
    [1_500, 'KWD', '1.500 KWD', '1.500'],
    [100, 'HUF', '1.00 HUF', '1.00'],
  ] as const)('%i minor units of %s read as %s', ([minor, currency, text, plain]) => {
    expect(formatMoney({ minor, currency })).toBe(text)
    expect(decimal(minor, currency)).toBe(plain)
  })

  test('amounts of different currencies are kept apart', () => {
    const amounts = [
      { minor: 100, currency: 'USD' },
      { minor: 7, currency: 'EUR' },
      { minor: -30, currency: 'USD' },
    ]
    expect(sumByCurrency(amounts)).toEqual({ EUR: 7, USD: 70 })
  })

  test('a code that ISO 4217 does not have is refused', () => {
    expect(isCurrency('XBT')).toBe(false)
    expect(() => minorDigits('XBT')).toThrow('XBT is no ISO 4217 currency')
  })
})
