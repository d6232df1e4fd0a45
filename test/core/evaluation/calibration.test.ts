import { expect, test } from 'vitest'
import { calibrationOf } from '#core/evaluation/calibration.ts'
import type { Statement } from '#core/evaluation/calibration.ts'

function said(confidence: number, ...outcomes: readonly boolean[]): Statement[] {
  return outcomes.map((right) => ({ confidence, right }))
}

test.for([
  ['certain and right', said(1, true, true), 0],
  ['certain and wrong', said(1, false), 1],
  // |2 × 0.9 − 1| + |2 × 0.3 − 0| = 1.4, over 4 cases
  ['two bins', [...said(0.9, true, false), ...said(0.3, false, false)], 0.35],
  // 1.0 falls into the last bin beside 0.95: |1.95 − 1| over 2
  ['the upper end belongs to the last bin', [...said(1, true), ...said(0.95, false)], 0.475],
  // Within one bin errors cancel: |0.62 + 0.68 − 1| over 2
  ['one bin', [...said(0.62, true), ...said(0.68, false)], 0.15],
  ['ten sure by 0.7, seven of them right', said(0.7, ...Array.from({ length: 10 }, (_, at) => at < 7)), 0],
] as const)('the calibration error of %s', ([, statements, error]) => {
  expect(calibrationOf(statements).error).toBeCloseTo(error, 10)
})

test('where nothing was stated there is no error, and it is not zero', () => {
  expect(calibrationOf([])).toEqual({ cases: 0, error: null, low: null, high: null })
})

test('the interval holds the error, and is the same for the same cases in any order', () => {
  const statements = Array.from({ length: 300 }, (_, at) => ({ confidence: (at % 100) / 100, right: at % 3 === 0 }))
  const calibration = calibrationOf(statements)
  const [low, error, high] = [calibration.low ?? 1, calibration.error ?? 0, calibration.high ?? 0]
  expect(low).toBeLessThanOrEqual(error)
  expect(error).toBeLessThanOrEqual(high)
  expect(high - low).toBeGreaterThan(0.01)
  const backwards = calibrationOf(statements.toReversed())
  expect(backwards).toMatchObject({ low, high })
  expect(backwards.error).toBeCloseTo(error, 12)
})

test('with more cases the interval is narrower', () => {
  const widthOf = (cases: number): number => {
    const all = Array.from({ length: cases }, (_, at) => ({ confidence: 0.8, right: at % 2 === 0 }))
    const { low, high } = calibrationOf(all)
    return (high ?? 0) - (low ?? 0)
  }
  expect(widthOf(2_000)).toBeLessThan(widthOf(50))
})
