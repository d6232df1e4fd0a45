import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountTail, maskCards } from '#connectors/statement/mask.ts'

describe('full card numbers are cut to their last four digits', () => {
  test.for([
    ['paid with 4111111111111111 today', 'paid with ****1111 today'],
    ['4111 1111 1111 1111', '****1111'],
    ['5555-5555-5555-4444', '****4444'],
    ['378282246310005', '****0005'],
    ['3782 822463 10005', '****0005'],
    ['CARD4111111111111111', 'CARD****1111'],
    ['4111111111111111,5105105105105100', '****1111,****5100'],
  ])('%s', ([text, masked]) => {
    expect(maskCards(text ?? '')).toBe(masked)
  })

  test.for([
    '24445726072300602934358',
    'S585353115422388',
    '888-799-9666 888-799-9666',
    '4111111111111112',
    '************8434',
    '320262410123456789',
    '2026-03-04 10:11:12',
  ])('%s is no card number', (text) => {
    expect(maskCards(text)).toBe(text)
  })

  test('no valid number of a scheme survives, wherever it stands', () => {
    const body = fc.tuple(
      fc.constantFrom('4', '51', '55', '2221'),
      fc.array(fc.nat(9), { minLength: 14, maxLength: 14 }),
    )
    fc.assert(
      fc.property(
        body,
        fc.constantFrom('', 'x ', 'REF:', 'Ω'),
        fc.constantFrom('', ' y', '.', 'Z'),
        ([start, digits], before, after) => {
          const first = (start + digits.join('')).slice(0, 15)
          const number = first + luhnDigit(first)
          expect(maskCards(before + number + after)).toBe(`${before}****${number.slice(-4)}${after}`)
        },
      ),
    )
  })
})

describe('an account is known by its tail', () => {
  test.for([
    ['************8434', '8434'],
    ['-71002', '71002'],
    ['4510123412341234', '1234'],
    ['DE89 3704 0044 0532 0130 00', '3000'],
    ['XXXX-XXXX-XXXX-0001', '0001'],
    ['8772', '8772'],
    ['Main account', 'Main account'],
    ['', null],
  ] as const)('%s', ([text, tail]) => {
    expect(accountTail(text)).toBe(tail)
  })
})

function luhnDigit(digits: string): string {
  const sum = digits.split('').reduceRight((total, digit, index) => {
    const doubled = (digits.length - 1 - index) % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
