import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Beginnings } from '#core/descriptor/beginnings.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z', '0', '9'), minLength: 1, maxLength: 6 })

test('a text that begins with one of the words is never denied', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), fc.string(), (words, behind) => {
      const beginnings = new Beginnings(words)
      for (const one of words) expect(beginnings.mayBegin(one + behind)).toBe(true)
    }),
  )
})

test('the first two letters of a longer word may begin it', () => {
  expect(new Beginnings(['tesco']).mayBegin('te')).toBe(true)
})

test.for(['slack', 'teams', 'zoom', 'hootsuite', 't'])('%s begins none of tesco, asda and ups', (text) => {
  expect(new Beginnings(['tesco', 'asda', 'ups']).mayBegin(text)).toBe(false)
})
