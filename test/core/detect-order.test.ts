import type { Arbitrary } from 'fast-check'
import { assert, constant, property, record, shuffledSubarray, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { detect } from '#core/detect.ts'
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
import { decided, firstNight } from '#test/support/one-finding.ts'

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
