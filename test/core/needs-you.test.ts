import { expect, test } from 'vitest'
import type { Finding } from '#core/finding.ts'
import { chooseNeedsYou } from '#core/needs-you.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'

const NOW = '2026-03-02T00:00:00.000Z'
const OLD = '2025-12-01T00:00:00.000Z'

function finding(id: string, given: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: 'unapproved-tool',
    subject: { kind: 'app', id },
    app: id,
    severity: 'medium',
    title: id,
    nextStep: 'Ask',
    evidence: [],
    people: 3,
    spendMinor: {},
    sources: ['google'],
    mayNeedYou: true,
    status: 'open',
    needsYou: false,
    since: OLD,
    resolvedAt: null,
    notRecheckedSince: null,
    decision: null,
    ...given,
  }
}

function order(findings: readonly Finding[], limit = 25): string[] {
  return chooseNeedsYou(findings, { ...DEFAULT_POLICY, needsYouLimit: limit }, NOW).map(({ id }) => id)
}

test.for([
  ['a higher severity', { severity: 'high' }],
  ['more people', { people: 40 }],
  ['more spend', { spendMinor: { EUR: 500_000 } }],
  ['being new', { since: NOW }],
] as const)('%s comes first, all else equal', ([, given]) => {
  expect(order([finding('a'), finding('b', given)])).toEqual(['b', 'a'])
})

test('a critical finding about one person comes before a medium one about everybody', () => {
  const everybody = finding('a', { people: 5_000 })
  expect(order([everybody, finding('b', { severity: 'critical', people: 1 })])).toEqual(['b', 'a'])
})

test('what is acknowledged, dismissed, resolved or never alarms does not need you', () => {
  const quiet = [
    finding('a', { status: 'acknowledged' }),
    finding('b', { status: 'dismissed' }),
    finding('c', { status: 'resolved' }),
    finding('d', { mayNeedYou: false }),
  ]
  expect(order([...quiet, finding('e')])).toEqual(['e'])
})

test('the list ends at the limit of the policy', () => {
  const many = Array.from({ length: 60 }, (_, index) => finding(`app-${String(index).padStart(2, '0')}`))
  expect(order(many)).toHaveLength(25)
  expect(order(many, 3)).toEqual(['app-00', 'app-01', 'app-02'])
  expect(order(many, 0)).toEqual([])
})

test('one app takes at most two places, and its second gives way to other apps', () => {
  const three = ['a1', 'a2', 'a3'].map((id) => finding(id, { app: 'archiver', severity: 'high' }))
  const other = finding('b')
  expect(order([...three, other])).toEqual(['a1', 'a2', 'b'])
  expect(order([...three, finding('c', { severity: 'high', people: 1 })])).toEqual(['a1', 'c', 'a2'])
})

test('a person and an app are different subjects, even when the person holds only that app', () => {
  const leaver = finding('p', { app: 'archiver', subject: { kind: 'person', id: 'ben@acme.example' } })
  expect(order([finding('a1', { app: 'archiver' }), finding('a2', { app: 'archiver' }), leaver])).toEqual([
    'a1',
    'p',
    'a2',
  ])
})

test('a score goes with its factors', () => {
  const [first] = chooseNeedsYou(
    [finding('a', { people: 9, spendMinor: { EUR: 99_900, USD: 100 }, since: NOW })],
    DEFAULT_POLICY,
    NOW,
  )
  expect(first?.score).toBeCloseTo(4 * 2 * 1.75 * 1.5)
  expect(first?.reasons).toEqual([
    'severity medium (×4)',
    '9 people concerned (×2.00)',
    'spend in EUR (×1.75)',
    'found 0 days ago (×1.50)',
  ])
})

test('amounts are compared in whole units, so that a currency without minor units is not a hundredth', () => {
  const euros = finding('a', { spendMinor: { EUR: 50_000 } })
  const yen = finding('b', { spendMinor: { JPY: 50_000 } })
  expect(order([euros, yen])).toEqual(['b', 'a'])
})

test('equal findings come in the order of their ids, whatever the order of the input', () => {
  expect(order([finding('c'), finding('a'), finding('b')])).toEqual(['a', 'b', 'c'])
})
