import { describe, expect, test } from 'vitest'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Observation } from '#core/observation.ts'
import { shortlist } from '#core/shortlist/shortlist.ts'
import { CATALOGUE, entry, reconcileAll } from '#test/support/company.ts'
import { charge, clue, grant } from '#test/support/observations.ts'

const client = (name: string, id: string) =>
  clue({
    name,
    identifiers: [{ kind: 'entra-app', value: id }],
    domains: [`${name.split(' ')[0]?.toLowerCase()}.example`],
  })
const SIGNORAMA = client('Signorama', 'aaaaaaaa-0000-4000-8000-000000000001')
const INKWELL = client('Inkwell Sign', 'aaaaaaaa-0000-4000-8000-000000000002')
const users = (app: typeof SIGNORAMA, names: string): Observation[] =>
  names.split(' ').map((name) => grant(app, `${name}@acme.example`, { source: 'microsoft' }))
const MONTHS = ['2026-01-05', '2026-02-05', '2026-03-05']

// Inkwell: 100.00 a month over three months, so 1,200.00 a year; 4 people, of whom 3 use Signorama already.
// Signorama: 5 seats for 50.00 a month, so a seat is 600.00 / 5 = 120.00 a year.
const OBSERVATIONS = [
  ...users(SIGNORAMA, 'ana bo cy dee ed'),
  ...users(INKWELL, 'ana bo cy zoe'),
  ...MONTHS.map((month) => charge('INKWELL SIGN 99', month, 10_000)),
]
const CONTRACT = entry('Signorama', {
  owner: 'lea@acme.example',
  seats: 5,
  monthlyCost: { minor: 5000, currency: 'EUR' },
  renewal: '2026-11-02',
  noticeDays: 60,
})

async function groups(inventory: readonly InventoryEntry[], observations = OBSERVATIONS) {
  const { apps } = await reconcileAll(observations, inventory)
  const used = apps.map(({ app, evidence }) => ({ app, people: evidence.people.map(({ person }) => person) }))
  return shortlist({ apps: used, inventory, capabilities: CATALOGUE.capabilities, sources: [], currency: null })
}

describe('shortlist', () => {
  test('a saving can be worked out again by hand', async () => {
    const [group] = await groups([CONTRACT])
    expect(group).toMatchObject({
      group: 'e-signature',
      capability: 'E-signature',
      keep: ['signorama'],
      retire: ['inkwell'],
      currency: 'EUR',
      // At most all of 1,200.00; at least 1,200.00 less one new seat at 120.00.
      savingMinor: { low: 108_000, high: 120_000 },
    })
    expect(group?.apps[0]).toMatchObject({
      app: 'signorama',
      users: 5,
      sharedUsers: 3,
      renewal: '2026-11-02',
      noticeBy: '2026-09-03',
      owner: 'lea@acme.example',
    })
    expect(group?.apps[1]).toMatchObject({ app: 'inkwell', users: 4, sharedUsers: 3, annualSpendMinor: 120_000 })
    expect(group?.arithmetic.join('\n')).toContain(
      '1,200.00 EUR less 1 new seat of Signorama at 120.00 EUR a year, 120.00 EUR = 1,080.00 EUR (3 of 4 use Signorama already)',
    )
  })

  test('without a seat price those who must move keep costing what they cost', async () => {
    const [group] = await groups([entry('Signorama')])
    expect(group?.savingMinor).toEqual({ low: 90_000, high: 120_000 })
  })

  test('the case for keeping stands beside the saving, and what is not known is said', async () => {
    const [group] = await groups([CONTRACT])
    expect(group?.caseForKeeping).toEqual([
      'Inkwell Sign: 1 of 4 people does not use Signorama yet and would have to move',
    ])
    expect(group?.gaps).toContain('Inkwell Sign: renewal date not recorded')
  })

  test('a tool that the company rejected is never the one to keep', async () => {
    const [group] = await groups([entry('Inkwell Sign', { status: 'rejected' })])
    expect(group).toMatchObject({ keep: ['signorama'], retire: ['inkwell'] })
  })

  test('one tool for a job is no group', async () => {
    expect(await groups([CONTRACT], users(SIGNORAMA, 'ana bo'))).toEqual([])
  })

  test('no tool is in two groups, and the order of the input changes nothing', async () => {
    const more = [
      ...OBSERVATIONS,
      ...users(client('Zephyrmail', 'aaaaaaaa-0000-4000-8000-000000000003'), 'ana'),
      ...users(client('Quillsend', 'aaaaaaaa-0000-4000-8000-000000000004'), 'ana bo'),
    ]
    const forward = await groups([CONTRACT], more)
    const apps = forward.flatMap((group) => group.apps.map(({ app }) => app))
    expect(new Set(apps).size).toBe(apps.length)
    expect(forward.map(({ group }) => group)).toEqual(['e-signature', 'email-campaigns'])
    expect(await groups([CONTRACT], more.toReversed())).toEqual(forward)
  })
})
