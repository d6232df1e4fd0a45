import { expect, test } from 'vitest'
import { holdsOne, signsOf } from '#core/descriptor/signs.ts'

test.for([
  ['slack usd 9.99', ['usd'], true],
  ['slack usd 9.99', ['gbp', 'usd'], true],
  ['slack 9.99', ['gbp', 'usd'], false],
  ['slack @ 1.05', ['@'], true],
  ['slack 12/03', ['/', '-'], true],
  ['slack 1203', ['/', '-', '.', ',', '*', '@'], false],
  ['', ['x'], false],
  ['ünïcode ✓', ['x'], false],
] as const)('%j holds all letters and marks of one of %j: %j', ([text, sets, expected]) => {
  expect(holdsOne(signsOf(text), sets.map(signsOf))).toBe(expected)
})
