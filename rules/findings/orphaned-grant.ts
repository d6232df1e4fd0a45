import type { Detection, Severity } from '#core/finding.ts'
import type { Person } from '#core/person.ts'
import type { Rule } from '#core/rule.ts'
import { app, charge, facts, grant, holder, person } from './example.ts'
import { removePersonStep } from './parts/console.ts'
import type { WayIn } from './parts/way-in.ts'
import { leaversOf, waysIn } from './parts/way-in.ts'
import { compare, distinct } from './parts/order.ts'
import { highest } from './parts/severity.ts'
import { spendOf } from './parts/spend.ts'
import { count, list } from './parts/wording.ts'

const BEN = 'ben@acme.example'

/** Somebody whose account is suspended or deleted still holds consents, assignments or a card that is charged. */
export const orphanedGrant: Rule = {
  id: 'orphaned-grant',
  title: 'Somebody who left still has ways in',
  why: 'An account that is closed ends sign-in, not what was given before: consents keep working for the app or come back with the account, seats are paid for, and cards are charged until somebody cancels.',
  remedy:
    'End each way in. Google Admin console → Directory → Users → the person → Security → Connected applications → Remove. Entra admin center → Users → the person → Applications → Remove assignment, and revoke consents under Enterprise apps → the app → Permissions → User consent. Okta Admin Console → Directory → People → the person → Applications → Unassign. For a card: cancel in the product, then block the card.',
  *detect(given) {
    const leavers = leaversOf(given)
    const ways = given.apps.flatMap((each) => [...waysIn(each, leavers, given)])
    for (const [who, held] of Map.groupBy(ways, (way) => way.person)) yield detectPerson(who, held, leavers.get(who))
  },
  examples: {
    true: [
      {
        title: 'a suspended person still holds consents to two apps',
        facts: facts({
          people: [person(BEN, { status: 'suspended' })],
          apps: [
            app({ id: 'miro', people: [holder(BEN, { status: 'suspended' })], grants: [grant({ people: [BEN] })] }),
            app({ id: 'figma', people: [holder(BEN, { status: 'suspended' })], grants: [grant({ people: [BEN] })] }),
          ],
        }),
        finds: [BEN],
      },
      {
        title: 'a deleted person is still assigned to an app',
        facts: facts({
          apps: [app({ id: 'miro', people: [holder(BEN, { status: 'deleted', sources: ['okta'] })] })],
        }),
        finds: [BEN],
      },
      {
        title: "a suspended person's card is still charged",
        facts: facts({
          people: [person(BEN, { status: 'suspended' })],
          statements: [{ account: 'card-1', months: ['2026-01', '2026-02'], missingMonths: [] }],
          apps: [
            app({
              id: 'miro',
              charges: [charge('2026-01-05', { person: BEN }), charge('2026-02-05', { person: BEN })],
            }),
          ],
        }),
        finds: [BEN],
      },
    ],
    false: [
      {
        title: 'an active person holds consents',
        facts: facts({ people: [person(BEN)], apps: [app({ id: 'miro', grants: [grant({ people: [BEN] })] })] }),
        finds: [],
      },
      {
        title: 'nobody knows whether the person left',
        facts: facts({ apps: [app({ id: 'miro', people: [holder('guest@partner.example', { status: 'unknown' })] })] }),
        finds: [],
      },
      {
        title: "a suspended person's card was charged until months ago",
        facts: facts({
          people: [person(BEN, { status: 'suspended' })],
          statements: [{ account: 'card-1', months: ['2025-11', '2025-12', '2026-01', '2026-02'], missingMonths: [] }],
          apps: [
            app({
              id: 'miro',
              charges: [charge('2025-11-05', { person: BEN }), charge('2025-12-05', { person: BEN })],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'the platform itself goes with the account',
        facts: facts({
          apps: [app({ id: 'gmail', kind: 'platform', people: [holder(BEN, { status: 'suspended' })] })],
        }),
        finds: [],
      },
    ],
  },
}

function detectPerson(who: string, held: readonly WayIn[], known: Person | undefined): Detection {
  const ways = held.toSorted(
    (a, b) =>
      rank(b) - rank(a) ||
      compare(a.app.id, b.app.id) ||
      compare(a.kind, b.kind) ||
      compare(a.source, b.source) ||
      compare(a.evidence.text, b.evidence.text),
  )
  const names = distinct(ways.map((way) => way.app.name))
  const apps = distinct(ways.map((way) => way.app.id))
  const charges = ways.flatMap((way) => way.charges)
  const [first] = ways
  const state = ways.some((way) => way.status === 'deleted') || known?.status === 'deleted' ? 'deleted' : 'suspended'
  return {
    rule: 'orphaned-grant',
    subject: { kind: 'person', id: who },
    app: apps.length === 1 ? (apps[0] ?? null) : null,
    severity: severityOf(ways),
    title: `The account of ${who} is ${state} and still holds ${list(countKinds(ways))} (${list(names, 4)})`,
    nextStep: first === undefined ? '' : removePersonStep(who, first.app.name, first.source),
    evidence: ways.map(({ evidence }) => evidence),
    people: 1,
    spendMinor: spendOf(charges),
    sources: distinct([...ways.map(({ source }) => source), ...(known?.sources ?? [])]),
    mayNeedYou: true,
  }
}

function rank(way: WayIn): number {
  const risk = ['low', 'medium', 'high', 'critical'].indexOf(way.risk)
  return risk * 3 + (way.kind === 'card' ? 2 : way.kind === 'grant' ? 1 : 0)
}

function severityOf(ways: readonly WayIn[]): Severity {
  const reach = highest(...ways.map((way) => way.risk))
  return highest('medium', reach, ways.some((way) => way.kind === 'card') ? 'high' : 'low')
}

function countKinds(ways: readonly WayIn[]): string[] {
  const number = (kind: WayIn['kind']): number => ways.filter((way) => way.kind === kind).length
  const [grants, assignments, cards] = [number('grant'), number('assignment'), number('card')]
  return [
    ...(grants > 0 ? [count(grants, 'consent')] : []),
    ...(assignments > 0 ? [count(assignments, 'assignment')] : []),
    ...(cards > 0 ? [count(cards, 'charged card')] : []),
  ]
}
