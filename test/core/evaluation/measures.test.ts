import { expect, test } from 'vitest'
import { measure } from '#core/evaluation/measures.ts'
import type { Outcome } from '#core/evaluation/outcome.ts'

function outcome(parts: Partial<Outcome>): Outcome {
  return {
    kind: 'descriptor',
    label: 'product',
    verdict: 'match',
    right: true,
    confidence: 1,
    shown: false,
    ...parts,
  }
}

const outcomes: readonly Outcome[] = [
  outcome({}),
  outcome({}),
  outcome({ right: false }),
  outcome({ verdict: 'unknown', right: false, confidence: 0.6 }),
  outcome({ verdict: 'ambiguous', shown: true, confidence: 0.6 }),
  outcome({ label: 'absent', verdict: 'unknown', confidence: 0.8 }),
  outcome({ label: 'unresolvable', verdict: 'unknown', shown: true, confidence: 0.8 }),
  outcome({ label: 'none', right: false }),
  outcome({ label: 'none', verdict: 'unknown', shown: true, confidence: 0.8 }),
  outcome({ label: 'none', verdict: 'not-software' }),
  outcome({ kind: 'oauth', label: 'none', verdict: 'unknown', confidence: 0.8 }),
]

test('every figure says what it counts, and of what', () => {
  expect(measure(outcomes)).toMatchObject({
    cases: 11,
    software: 6,
    notInCatalogue: 1,
    unresolvable: 1,
    notSoftware: 4,
    precision: { count: 2, of: 4 },
    recall: { count: 2, of: 6 },
    recallInCatalogue: { count: 2, of: 5 },
    abstained: { count: 6, of: 11 },
    notSoftwareAccepted: { count: 1, of: 4 },
    notSoftwareShown: { count: 1, of: 3 },
    softwareMissed: { count: 2, of: 7 },
    calibration: { cases: 11 },
  })
})

test('each verdict has its own share of right ones and its own calibration', () => {
  const { verdicts } = measure(outcomes)
  expect(verdicts.map(({ verdict, right }) => [verdict, right.count, right.of])).toEqual([
    ['match', 2, 4],
    ['ambiguous', 1, 1],
    ['not-software', 1, 1],
    ['unknown', 4, 5],
  ])
  // Four certain matches of which two are right.
  expect(verdicts[0]?.calibration).toMatchObject({ cases: 4, error: 0.5 })
  expect(verdicts[2]?.calibration).toMatchObject({ cases: 1, error: 0 })
})

test('without outcomes there are no shares', () => {
  const { precision, calibration, cases } = measure([])
  expect({ cases, precision: precision.value, error: calibration.error }).toEqual({
    cases: 0,
    precision: null,
    error: null,
  })
})
