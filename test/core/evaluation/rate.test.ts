import { expect, test } from 'vitest'
import { rateOf } from '#core/evaluation/rate.ts'

// Worked by hand from the Wilson score formula with z = 1.96; they agree with published tables.
test.for([
  [8, 10, 0.8, 0.4902, 0.9433],
  [0, 10, 0, 0, 0.2775],
  [10, 10, 1, 0.7225, 1],
  [50, 100, 0.5, 0.4038, 0.5962],
  [1, 1, 1, 0.2065, 1],
  [990, 1000, 0.99, 0.9817, 0.9946],
] as const)('%i of %i is %f, within %f and %f', ([count, of, value, low, high]) => {
  const rate = rateOf(count, of)
  expect(rate).toMatchObject({ count, of, value })
  expect(rate.low).toBeCloseTo(low, 4)
  expect(rate.high).toBeCloseTo(high, 4)
})

test('where nothing was counted there is no share, and it is not zero', () => {
  expect(rateOf(0, 0)).toEqual({ count: 0, of: 0, value: null, low: null, high: null })
})

test('the interval never leaves 0 to 1 and always holds the share', () => {
  for (let of = 1; of <= 60; of += 1) {
    for (let count = 0; count <= of; count += 1) {
      const { value, low, high } = rateOf(count, of)
      expect([0, low, value, high, 1]).toEqual([0, low, value, high, 1].toSorted((a, b) => Number(a) - Number(b)))
    }
  }
})
