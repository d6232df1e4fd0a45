import { assert as assertProperty, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Predict } from '#core/evaluation/labelled-case.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'
import { exactAndAlias } from '#core/evaluation/baselines/exact.ts'
import { firstWord } from '#core/evaluation/baselines/first-word.ts'
import { editDistance, lettersOf, mayBeWithin } from '#core/evaluation/baselines/edit-distance.ts'
import { fixedSimilarity } from '#core/evaluation/baselines/similarity.ts'
import { substringList } from '#core/evaluation/baselines/substring.ts'

const catalogue = smallCatalogue()

function found(predict: Predict, text: string): string | null {
  return predict({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }).app
}

test.for([
  ['CONSTANT CONTACT', 'constant-contact', 'constant-contact', 'constant-contact', 'constant-contact'],
  ['THE ROCKET SCIENCE GROUP', 'mailchimp', 'mailchimp', 'mailchimp', 'mailchimp'],
  ['SLACK TEAM PLAN', 'slack', null, 'slack', null],
  ['GREEN HOOTSUITE PLAN', 'hootsuite', null, null, null],
  ['HOOTSUIT', null, 'hootsuite', null, null],
  ['SLACKLINE CLUB', 'slack', null, null, null],
  ['GASTHAUS LINDE', null, null, null, null],
] as const)('%s: substring %s, similarity %s, first word %s, exact or alias %s', ([text, ...expected]) => {
  const ways = [substringList, fixedSimilarity, firstWord, exactAndAlias]
  expect(ways.map((way) => found(way(catalogue), text))).toEqual(expected)
})

test.for([
  ['slack', 'slack', 0],
  ['slack', 'slak', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
] as const)('from %j to %j it takes %i edits', ([from, to, edits]) => {
  expect(editDistance(from, to)).toBe(edits)
})

test('a similar name is found although letters are swapped, missing or of another alphabet', () => {
  const similar = fixedSimilarity(catalogue)
  expect(['HOOTSUTIE', 'MAILCHIM', 'mailchimß'].map((text) => found(similar, text))).toEqual([
    null,
    'mailchimp',
    'mailchimp',
  ])
})

test('no pair of near texts is passed over by their letters', () => {
  const text = string({ unit: 'grapheme', maxLength: 12 })
  assertProperty(
    property(text, text, (from, to) => {
      expect(mayBeWithin(editDistance(from, to), lettersOf(from), lettersOf(to))).toBe(true)
    }),
  )
})
