import { expect, test } from 'vitest'
import type { Finding } from '#core/finding.ts'
import { byUrgency } from '#core/finding-order.ts'

function finding(id: string, over: Partial<Finding>): Finding {
  return {
    id,
    rule: 'unapproved-tool',
    subject: { kind: 'app', id },
    app: id,
    severity: 'low',
    title: id,
    nextStep: '',
    evidence: [],
    people: 0,
    spendMinor: {},
    sources: [],
    mayNeedYou: true,
    status: 'open',
    needsYou: false,
    since: '2026-01-01T00:00:00.000Z',
    resolvedAt: null,
    notRecheckedSince: null,
    decision: null,
    ...over,
  }
}

test('what needs somebody comes first, what is over last, then the graver, then the older', () => {
  const findings = [
    finding('resolved', { status: 'resolved', severity: 'critical' }),
    finding('dismissed', { status: 'dismissed', severity: 'critical' }),
    finding('later', { since: '2026-02-01T00:00:00.000Z' }),
    finding('older', {}),
    finding('grave', { severity: 'high' }),
    finding('looked-at', { status: 'acknowledged', severity: 'critical' }),
    finding('needs-you', { needsYou: true }),
  ]
  const order = ['needs-you', 'grave', 'older', 'later', 'looked-at', 'dismissed', 'resolved']
  expect(findings.toSorted(byUrgency).map(({ id }) => id)).toEqual(order)
  expect(
    findings
      .toReversed()
      .toSorted(byUrgency)
      .map(({ id }) => id),
  ).toEqual(order)
})
