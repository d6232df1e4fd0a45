import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithinTwo, slipBetween } from '#core/match/slip.ts'

test.for([
  ['slakc', 'slack', 'swap'],
  ['slaack', 'slack', 'double'],
  ['trelo', 'trello', 'double'],
  ['guthub', 'github', 'neighbour'],
  ['figmsa', 'figma', 'neighbour'],
  ['calandly', 'calendly', 'vowel'],
  ['dropox', 'dropbox', 'missing'],
  ['asiana', 'asana', 'extra'],
  ['slick', 'slack', 'vowel'],
  ['stack', 'slack', 'other'],
  ['slack', 'slack', null],
  ['salck', 'salesforce', null],
  ['', 'slack', null],
] as const)('"%s" for "%s" is %s', ([typed, name, slip]) => {
  expect(slipBetween(typed, name)).toBe(slip)
})

test.for([
  ['servicnwo', 'servicenow', true],
  ['perplxty', 'perplexity', true],
  ['perplx', 'perplexity', false],
  ['slack', 'slack', true],
  ['confluence', 'affluent', false],
] as const)('"%s" within two edits of "%s": %s', ([a, b, within]) => {
  expect(isWithinTwo(a, b)).toBe(within)
})

test('a slip is always within two edits, in either direction', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'e', 's', 'l', 'o', 'p')
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const near = isWithinTwo(a, b) && isWithinTwo(b, a)
      expect(near || slipBetween(a, b) === null).toBe(true)
    }),
  )
})
