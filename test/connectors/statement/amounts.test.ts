import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMinor, writtenAmount } from '#connectors/statement/amounts.ts'
import type { DecimalMark } from '#connectors/statement/amounts.ts'
import { sniffDecimal } from '#connectors/statement/decimal.ts'

function read(text: string, decimal: DecimalMark, digits: number): number | string | null {
  const written = writtenAmount(text)
  if (written === null) return null
  const minor = toMinor(written.body, decimal, digits)
  if (!minor.ok) return minor.reason
  return written.negative || written.mark === 'credit' ? -minor.minor : minor.minor
}

describe('amounts are read to the minor unit', () => {
  test.for([
    ['1,240.50', '.', 2, 124050],
    ['-1.240,50', ',', 2, -124050],
    ['(12.50)', '.', 2, -1250],
    ['12.50-', '.', 2, -1250],
    ['\u221212,50', ',', 2, -1250],
    ['$10,000.00 ', '.', 2, 1000000],
    ['-$5.00', '.', 2, -500],
    ["CHF 1'072.50-", '.', 2, -107250],
    ['-1 234,56 Kč', ',', 2, -123456],
    ['1\u202f234,56 €', ',', 2, 123456],
    ['1,23,456.78', '.', 2, 12345678],
    ['22.00 United States Dollar', '.', 2, 2200],
    ['15.00 CR', '.', 2, -1500],
    ['15,00 S', ',', 2, 1500],
    ['.5', '.', 2, 50],
    ['19.4', '.', 2, 1940],
    ['1,234', '.', 0, 1234],
    ['1.234', '.', 3, 1234],
    ['0.0034567', '.', 2, 0],
    ['0.0050000', '.', 2, 1],
    ['+928.00', '.', 2, 92800],
  ] as const)('%s', ([text, decimal, digits, minor]) => {
    expect(read(text, decimal, digits)).toBe(minor)
  })

  test.for([
    ['1.234', '.', 2, '"1.234" has more decimals than its currency'],
    ['1.23', ',', 2, 'the separators of "1.23" do not fit a decimal comma'],
    ['1,23,4.50', '.', 2, 'the separators of "1,23,4.50" do not fit a decimal point'],
    ['99999999999999999999', '.', 2, '"99999999999999999999" is too large an amount'],
  ] as const)('%s is not guessed at', ([text, decimal, digits, reason]) => {
    expect(read(text, decimal, digits)).toBe(reason)
  })

  test.for(['', '*', 'n/a', '2026-03-04', '03/04/2026', '12:30', '20.0%', 'SLACK T012', '888-799-9666', '4 apples'])(
    '"%s" is no amount',
    (text) => {
      expect(writtenAmount(text)).toBeNull()
    },
  )
})

test('an amount written in any of the usual ways comes back exact', () => {
  const style = fc.constantFrom(
    { decimal: '.', group: ',' },
    { decimal: '.', group: '' },
    { decimal: '.', group: "'" },
    { decimal: ',', group: '.' },
    { decimal: ',', group: ' ' },
    { decimal: ',', group: '\u00a0' },
  ) as fc.Arbitrary<{ decimal: DecimalMark; group: string }>
  const sign = fc.constantFrom<(body: string) => string>(
    (body) => `-${body}`,
    (body) => `${body}-`,
    (body) => `(${body})`,
    (body) => `EUR -${body}`,
    (body) => `-${body} €`,
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 13 }),
      style,
      sign,
      fc.constantFrom(2, 3),
      (minor, { decimal, group }, negate, digits) => {
        const padded = String(minor).padStart(digits + 1, '0')
        const whole = padded.slice(0, -digits).replace(/\B(?=(\d{3})+$)/g, group)
        const body = `${whole}${decimal}${padded.slice(-digits)}`
        expect(read(body, decimal, digits)).toBe(minor)
        expect(read(negate(body), decimal, digits)).toBe(minor === 0 ? -0 : -minor)
      },
    ),
  )
})

describe('the decimal mark is told by the amounts together', () => {
  test.for([
    [['1.240,50', '7,00'], true, ','],
    [['1,240.50', '7'], true, '.'],
    [['1.240.500'], true, ','],
    [['7.5'], true, '.'],
    [['1.240'], false, ','],
    [['1.240'], true, null],
    [['1.50', '1,50'], false, null],
    [['12', '7'], true, '.'],
  ] as const)('%j', ([bodies, threeDigits, decimal]) => {
    expect(sniffDecimal(bodies, threeDigits).decimal).toBe(decimal)
  })
})
