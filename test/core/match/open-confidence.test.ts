import { expect, test } from 'vitest'
import type { Match } from '#core/match/match.ts'
import { anyOdds } from '#core/match/open-confidence.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

const matcher = createMatcher(smallCatalogue())

function charge(text: string): Match {
  return matcher.match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null })
}

test('any of several candidates is likelier than each, and no number of them is certain', () => {
  const candidate = (confidence: number): Match['candidates'][number] => ({
    app: 'a',
    name: 'A',
    domain: null,
    confidence,
  })
  expect(anyOdds({ candidates: [candidate(0.5)] })).toBeCloseTo(0, 10)
  expect(anyOdds({ candidates: [candidate(0.5), candidate(0.5)] })).toBeCloseTo(Math.log(3), 10)
  expect(anyOdds({ candidates: [candidate(1), candidate(1)] })).toBeCloseTo(Math.log(999), 6)
  expect(anyOdds({ candidates: [] })).toBeCloseTo(-Math.log(999), 6)
})

test('the confidence of an open text is that of its set, not of its best candidate, whose own stays', () => {
  const match = charge('BEAR')
  expect(match.verdict).toBe('ambiguous')
  expect(match.candidates[0]?.confidence).toBeGreaterThan(0.8)
  expect(match.confidence).toBeGreaterThan(0.4)
  expect(match.confidence).toBeLessThan(match.candidates[0]?.confidence ?? 0)
  expect(match.reasons).toContain('not certain enough to decide without a person')
})
