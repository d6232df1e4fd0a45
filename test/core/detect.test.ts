import type { Arbitrary } from 'fast-check'
import { assert, constant, property, record, shuffledSubarray, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detect, fingerprint } from '#core/detect.ts'
import type { Gap } from '#core/coverage.ts'
import type { Finding } from '#core/finding.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import type { Facts } from '#core/rule.ts'
import {
  app,
  catalogue,
  charge,
  entry,
  facts,
  grant,
  holder,
  monthly,
  people,
  person,
  product,
  reading,
  unrecognised,
} from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'

const NIGHT_1 = '2026-03-01T02:00:00.000Z'
const NIGHT_2 = '2026-03-02T02:00:00.000Z'
const NIGHT_3 = '2026-03-03T02:00:00.000Z'
const jasper = app({ id: 'jasper', people: people(7) })
const read = [reading('google')]
const partial = [reading('google', { status: 'partial', completeAt: NIGHT_1 })]
const id = fingerprint('unapproved-tool', { kind: 'app', id: 'jasper' })

function firstNight(given: Partial<Facts> = {}): readonly Finding[] {
  return detect({ facts: facts({ apps: [jasper], sources: read, now: NIGHT_1, ...given }), rules: RULES, previous: [] })
    .findings
}

function decided(findings: readonly Finding[], status: 'acknowledged' | 'dismissed'): readonly Finding[] {
  const decision = { by: 'it@acme.example', at: NIGHT_1, reason: 'known' }
  return findings.map((finding) => ({ ...finding, status, decision }))
}

function only(findings: readonly Finding[]): Finding {
  const [finding] = findings.filter((each) => each.id === id)
  if (finding === undefined) throw new Error('the finding is not there')
  return finding
}

describe('the history of a finding', () => {
  test('a finding opens with a stable id, now', () => {
    const { findings, opened, resolved } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_1 }),
      rules: RULES,
      previous: [],
    })
    expect(findings).toHaveLength(1)
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, needsYou: true, decision: null })
    expect(opened).toEqual(findings)
    expect(resolved).toEqual([])
    expect(id).toMatch(/^[0-9a-f]{12}$/)
  })

  test('what is still true the next night keeps its day and is not opened again', () => {
    const { findings, opened } = detect({
      facts: facts({ apps: [app({ id: 'jasper', people: people(9) })], sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, people: 9 })
    expect(opened).toEqual([])
  })

  test('what is not true any more after a complete read is resolved', () => {
    const { findings, resolved } = detect({
      facts: facts({ sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2, needsYou: false })
    expect(resolved).toEqual(findings)
  })

  test('what a partial read did not see stays open, with the day of the last complete one', () => {
    const { findings, resolved } = detect({
      facts: facts({ sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({
      status: 'open',
      since: NIGHT_1,
      notRecheckedSince: NIGHT_1,
      resolvedAt: null,
    })
    expect(resolved).toEqual([])
  })

  test('a source that was not read at all resolves nothing', () => {
    const { findings } = detect({ facts: facts({ now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    expect(only(findings)).toMatchObject({ status: 'open', notRecheckedSince: NIGHT_1 })
  })

  test('the mark goes when the source is read completely again', () => {
    const stale = detect({ facts: facts({ sources: partial, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: stale.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, notRecheckedSince: null })
  })

  test('an approval resolves it even after a partial read, because all that it rests on is still seen', () => {
    const approved = app({ id: 'jasper', people: people(7), standing: 'approved', inventoryEntry: 'jasper' })
    const { findings } = detect({
      facts: facts({ apps: [approved], inventory: [entry('jasper')], sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
  })

  test('a grant that a partial read did not reach is not taken for a revoked one', () => {
    const scopes = ['https://mail.google.com/']
    const before = detect({
      facts: facts({ apps: [app({ id: 'jasper', grants: [grant({ scopes })] })], sources: read, now: NIGHT_1 }),
      rules: RULES,
      previous: [],
    }).findings
    const { resolved } = detect({
      facts: facts({ apps: [app({ id: 'jasper', people: people(1) })], sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: before,
    })
    expect(before.map(({ rule }) => rule).toSorted()).toEqual(['high-risk-grant', 'unapproved-tool'])
    expect(resolved).toEqual([])
  })

  describe('after a read that missed one person for good', () => {
    const gap: Gap = {
      kind: 'gap',
      source: 'google',
      subject: 'tokens of dan@acme.example',
      code: 'denied',
      reason: 'suspended',
      keyPrefixes: ['google:token:dan@acme.example:'],
    }
    const missed = [reading('google', { status: 'partial', completeAt: null, gaps: [gap] })]
    const after = (given: Partial<Facts>): Finding =>
      only(
        detect({ facts: facts({ sources: missed, now: NIGHT_2, ...given }), rules: RULES, previous: firstNight() })
          .findings,
      )

    test('a finding about an app of which nothing is left is resolved', () => {
      expect(after({})).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
    })

    test('a finding about an app that was read in full is resolved', () => {
      expect(after({ apps: [app({ id: 'jasper', people: people(1) })] })).toMatchObject({ status: 'resolved' })
    })

    test('a finding about an app of which something was missed stays open', () => {
      const apps = [app({ id: 'jasper', people: people(1), tags: ['not-rechecked'] })]
      expect(after({ apps })).toMatchObject({ status: 'open' })
    })

    test('a gap that may hide anything keeps every finding open', () => {
      const { keyPrefixes: _, ...anything } = gap
      expect(after({ sources: [reading('google', { status: 'partial', gaps: [gap, anything] })] })).toMatchObject({
        status: 'open',
      })
    })

    test('a leaver’s ways in are resolved with the apps that were read in full', () => {
      const ben = 'ben@acme.example'
      const held = (tags: readonly string[]) => [
        app({ id: 'miro', people: [holder(ben, { status: 'suspended' })], grants: [grant({ people: [ben] })], tags }),
      ]
      const before = firstNight({ people: [person(ben, { status: 'suspended' })], apps: held([]) })
      const orphaned = (given: Partial<Facts>): string | undefined =>
        detect({
          facts: facts({ sources: missed, now: NIGHT_2, ...given }),
          rules: RULES,
          previous: before,
        }).findings.find(({ rule }) => rule === 'orphaned-grant')?.status
      expect(orphaned({})).toBe('resolved')
      const active = [app({ id: 'miro', people: [holder(ben)], tags: ['not-rechecked'] })]
      expect(orphaned({ apps: active })).toBe('open')
    })
  })

  test('what comes back after it was resolved is new', () => {
    const gone = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_3, resolvedAt: null, decision: null })
    expect(opened).toHaveLength(1)
  })

  test('a resolved finding stays as it was resolved', () => {
    const gone = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings, resolved } = detect({
      facts: facts({ sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
    expect(resolved).toEqual([])
  })

  test.for(['acknowledged', 'dismissed'] as const)('what a person %s stays so, and does not need you', (status) => {
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: decided(firstNight(), status),
    })
    expect(only(findings)).toMatchObject({ status, since: NIGHT_1, needsYou: false, decision: { reason: 'known' } })
    expect(opened).toEqual([])
  })

  test('a dismissed finding that comes and goes does not come back as new', () => {
    const gone = detect({
      facts: facts({ sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: decided(firstNight(), 'dismissed'),
    })
    expect(only(gone.findings)).toMatchObject({ status: 'dismissed', resolvedAt: NIGHT_2 })
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'dismissed', since: NIGHT_1, resolvedAt: null })
    expect(opened).toEqual([])
  })
})

describe('the policy', () => {
  test('a rule that is off finds nothing and closes what it had found', () => {
    const policy = { ...DEFAULT_POLICY, rules: { 'unapproved-tool': { off: true } } }
    const { findings } = detect({
      facts: facts({ apps: [jasper], sources: partial, policy, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings).status).toBe('resolved')
  })

  test('a severity that the company sets replaces the one found', () => {
    const policy = { ...DEFAULT_POLICY, rules: { 'unapproved-tool': { severity: 'critical' as const } } }
    expect(only(firstNight({ policy })).severity).toBe('critical')
    expect(only(firstNight()).severity).toBe('medium')
  })

  test('a wider tolerance turns an unapproved tool into an unreviewed one', () => {
    const policy = { ...DEFAULT_POLICY, tolerance: { ...DEFAULT_POLICY.tolerance, people: 10 } }
    expect(firstNight({ policy }).map(({ rule }) => rule)).toEqual(['unreviewed-tool'])
  })
})

test('findings of rules that were not asked are left alone', () => {
  const previous = firstNight()
  const { findings } = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: [], previous })
  expect(only(findings)).toEqual({ ...only(previous), needsYou: true })
})

test('a rule that speaks twice of one subject is a bug that is told', () => {
  const run = () => detect({ facts: facts({ apps: [jasper, jasper] }), rules: RULES, previous: [] })
  expect(run).toThrow('rule unapproved-tool speaks twice of app jasper')
})

test('an app whose facts were carried over says since when', () => {
  const stale = app({ id: 'jasper', people: people(7), tags: ['not-rechecked'] })
  expect(only(firstNight({ apps: [stale], sources: partial, now: NIGHT_2 })).notRecheckedSince).toBe(NIGHT_1)
  expect(only(firstNight({ apps: [jasper], sources: partial, now: NIGHT_2 })).notRecheckedSince).toBeNull()
})

const BEN = 'ben@acme.example'
const SIGNING = { capabilities: ['e-signature'] }
const COMPANY: Facts = facts({
  catalogue: catalogue(product('docusign', SIGNING), product('hellosign', SIGNING)),
  people: [person(BEN, { status: 'suspended' }), person('person1@acme.example'), person('person2@acme.example')],
  inventory: [
    entry('docusign', { seats: 10, renewal: '2026-04-01', noticeDays: 14 }),
    entry('zoom', { owner: null }),
    entry('jasper', { status: 'rejected' }),
  ],
  apps: [
    app({ id: 'jasper', people: people(7), standing: 'rejected', inventoryEntry: 'jasper' }),
    app({
      id: 'docusign',
      ...SIGNING,
      standing: 'approved',
      inventoryEntry: 'docusign',
      people: people(9),
      charges: monthly({ person: BEN }),
    }),
    app({ id: 'hellosign', ...SIGNING, people: [...people(3), holder(BEN, { status: 'suspended' })] }),
    app({ id: 'zoom', standing: 'approved', inventoryEntry: 'zoom', people: people(4) }),
    app({
      id: 'archiver',
      grants: [
        grant({ source: 'microsoft', tenantWide: true, people: [], scopes: ['Mail.Read', 'Files.Read.All'] }),
        grant({ source: 'microsoft', access: 'application', tenantWide: true, people: [], scopes: ['Mail.Read'] }),
        grant({ scopes: ['https://mail.google.com/'], people: ['person2@acme.example', BEN] }),
      ],
    }),
  ],
  unrecognised: [unrecognised('charge-1', [charge('2026-02-03', { descriptor: 'QUILLHUB' }), charge('2026-01-03')])],
  statements: [{ account: 'card-1', months: ['2026-01', '2026-03'], missingMonths: ['2026-02'] }],
  sources: [reading('google', { status: 'partial' }), reading('microsoft'), reading('statement')],
})

test('the outcome does not depend on the order of facts, rules or previous findings', () => {
  const previous = [
    ...decided(firstNight(), 'acknowledged'),
    ...firstNight({ apps: [app({ id: 'gone', people: people(5) })] }),
  ]
  const expected = detect({ facts: COMPANY, rules: RULES, previous })
  expect(expected.findings.length).toBeGreaterThan(10)
  const shuffled = <T>(items: readonly T[]): Arbitrary<T[]> =>
    shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
  const evidenceOf = (each: Facts['apps'][number]) =>
    record({
      app: constant(each.app),
      evidence: record({
        app: constant(each.app.id),
        people: shuffled(each.evidence.people),
        identities: shuffled(each.evidence.identities),
        grants: shuffled(each.evidence.grants),
        charges: shuffled(each.evidence.charges),
      }),
    })
  const input = record({
    apps: shuffled(COMPANY.apps).chain((apps) => tuple(...apps.map(evidenceOf))),
    people: shuffled(COMPANY.people),
    inventory: shuffled(COMPANY.inventory),
    unrecognised: shuffled(COMPANY.unrecognised.map((each) => ({ ...each, charges: each.charges.toReversed() }))),
    sources: shuffled(COMPANY.sources),
    order: shuffled(RULES.map((rule) => rule.id)),
    previous: shuffled(previous),
  })
  assert(
    property(input, ({ order, previous: before, ...parts }) => {
      const rules = order.flatMap((rule) => RULES.filter((each) => each.id === rule))
      expect(detect({ facts: { ...COMPANY, ...parts }, rules, previous: before })).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})
