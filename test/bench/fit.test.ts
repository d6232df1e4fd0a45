import { describe, expect, test } from 'vitest'
import { OPEN_ODDS } from '#core/match/open-confidence.ts'
import { WEIGHTS } from '#core/match/weights.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { caseFiles } from '#test/support/labelled-cases.ts'
import { fitWeights } from './fit/fitted.ts'
import { fitOpen } from './fit/open.ts'
import { PARAMETERS, vectorOf } from './fit/parameters.ts'
import { fitLogistic } from './fit/regression.ts'
import type { Observation } from './fit/regression.ts'

test('the weights of the matcher are those that the labelled cases make likeliest', () => {
  const { vector, errors } = fitWeights(caseFiles(), loadCatalogue())
  const committed = vectorOf(WEIGHTS)
  const stale = PARAMETERS.filter((_, at) => {
    // Each case or product more moves them a little: beyond their own error they are stale, and `npm run fit` prints them anew.
    return Math.abs((vector[at] ?? 0) - (committed[at] ?? 0)) > (errors[at] ?? 0)
  })
  expect(stale).toEqual([])
})

test('what is left open is as sure as the labelled cases say', () => {
  const stale = fitOpen(caseFiles(), loadCatalogue()).filter(({ source, vector: [slope = 0, shift = 0], errors }) => {
    const { slope: ownSlope, shift: ownShift } = OPEN_ODDS[source]
    const [ofSlope = 0, ofShift = 0] = errors
    return Math.abs(slope - ownSlope) > ofSlope || Math.abs(shift - ownShift) > ofShift
  })
  expect(stale).toEqual([])
})

describe('the regression', () => {
  const observed = (right: number, wrong: number, counts: readonly number[]): readonly Observation[] => [
    { counts, right: true, weight: right },
    { counts, right: false, weight: wrong },
  ]

  test('finds the log-odds of what was counted, however many observations a row stands for', () => {
    const { vector } = fitLogistic([...observed(90, 10, [1, 0]), ...observed(50, 50, [1, 1])], [0, 0], [100, 100])
    expect(vector[0]).toBeCloseTo(Math.log(9), 2)
    expect(vector[1]).toBeCloseTo(-Math.log(9), 2)
  })

  test('stays at what was judged beforehand where nothing was observed, and near it where little was', () => {
    const { vector, errors } = fitLogistic(observed(1, 0, [1, 0]), [2, -1], [0.1, 0.5])
    expect(vector[0]).toBeGreaterThan(2)
    expect(vector[0]).toBeLessThan(2.01)
    expect(vector[1]).toBe(-1)
    expect(errors[1]).toBeCloseTo(0.5, 10)
  })

  test('does not depend on the order of the observations', () => {
    const rows = [...observed(7, 3, [1, 2]), ...observed(2, 5, [1, -1]), ...observed(4, 4, [0, 1])]
    const { vector } = fitLogistic(rows, [0, 0], [1, 1])
    const turned = fitLogistic(rows.toReversed(), [0, 0], [1, 1]).vector
    expect(turned.map((each) => each.toFixed(9))).toEqual(vector.map((each) => each.toFixed(9)))
  })
})
