import * as fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { expect, test } from 'vitest'
import { DeleteIndex } from '#core/match/deletes.ts'

// Few letters, so that names are near each other, hold twins and meet in their hashes.
const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 })

function isSwap(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b) return true
  }
  return false
}

test('exactly the names one edit or one swap away are near, in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 60 }), name, (names, text) => {
      const index = new DeleteIndex(names)
      const isNear = (other: string): boolean =>
        other.length >= 5 && other !== text && (distance(other, text) === 1 || isSwap(other, text))
      expect(index.near(text)).toEqual(text.length < 5 ? [] : names.filter(isNear))
    }),
    { numRuns: 500 },
  )
})

test.for([
  ['mailchmp', 'a letter lost'],
  ['maillchimp', 'a letter twice'],
  ['mailchinp', 'another letter'],
  ['mailhcimp', 'two letters swapped'],
  ['ailchimp', 'the first letter lost'],
  ['mailchim', 'the last letter lost'],
] as const)('%s finds mailchimp: %s', ([text]) => {
  expect(new DeleteIndex(['hootsuite', 'mailchimp', 'mailjet']).near(text)).toEqual(['mailchimp'])
})

test('names too short or too long to tell a slip are left out', () => {
  const long = 'abcdefgh'.repeat(6)
  expect(new DeleteIndex(['zoom', long]).near('zooom')).toEqual([])
  expect(new DeleteIndex(['zoom', long]).near(`${long}x`)).toEqual([])
})
