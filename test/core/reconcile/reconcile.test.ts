import { describe, expect, test } from 'vitest'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Observation } from '#core/observation.ts'
import { assignment, charge, clue, grant, person, signIn, ssoApp } from '#test/support/observations.ts'
import { entry, reconcileAll } from '#test/support/company.ts'

const ZEPHYR = clue({
  name: 'Zephyrmail',
  identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
})
const ZEPHYR_ENTRA = clue({
  name: 'Zephyrmail',
  identifiers: [{ kind: 'entra-app', value: 'aaaaaaaa-0000-4000-8000-000000000001' }],
  domains: ['zephyrmail.example'],
})
const HOMEGROWN = clue({
  name: 'Crate',
  identifiers: [{ kind: 'entra-app', value: 'aaaaaaaa-0000-4000-8000-000000000002' }],
  domains: ['crate-tool.example'],
})

async function one(observations: readonly Observation[], id: string, inventory: readonly InventoryEntry[] = []) {
  const { apps } = await reconcileAll(observations, inventory)
  const found = apps.find(({ app }) => app.id === id)
  if (found === undefined) throw new Error(`no ${id} among ${apps.map(({ app }) => app.id).join(', ')}`)
  return found
}

describe('reconcile', () => {
  test('one product from tokens, consents, assignments and charges is one app, its people counted once', async () => {
    const { app, evidence } = await one(
      [
        person('ana@acme.example', { aliases: ['ana.alves@acme.example'] }),
        grant(ZEPHYR, 'ana@acme.example', { scopes: ['email', 'openid'] }),
        grant(ZEPHYR, 'bo@acme.example'),
        grant(ZEPHYR_ENTRA, 'ana.alves@acme.example', { source: 'microsoft', scopes: ['Mail.Send'] }),
        assignment(ZEPHYR_ENTRA, { person: 'cy@acme.example' }),
        assignment(ZEPHYR_ENTRA, { group: 'Marketing' }),
        charge('ZEPHYRMAIL 0042', '2026-03-01', 4900),
        charge('ZEPHYRMAIL 0042', '2026-03-09', -900),
      ],
      'zephyrmail',
    )
    expect(app.users).toBe(3)
    expect(app.sources.google).toMatchObject({ users: 2, scopes: ['email', 'openid'], tenantWide: false })
    expect(app.sources.microsoft).toMatchObject({ users: 2, scopes: ['Mail.Send'], groups: ['Marketing'] })
    expect(app.statement).toMatchObject({ charges: 2, spendMinor: { EUR: 4000 } })
    expect(evidence.people.map(({ person: id }) => id)).toEqual([
      'ana@acme.example',
      'bo@acme.example',
      'cy@acme.example',
    ])
    expect(app.attribution).toBe('identifier')
  })

  test('a tenant-wide grant has no principal and counts nobody', async () => {
    const { app, evidence } = await one([grant(ZEPHYR_ENTRA, null, { source: 'microsoft' })], 'zephyrmail')
    expect(app.users).toBe(0)
    expect(app.sources.microsoft?.tenantWide).toBe(true)
    expect(evidence.grants).toMatchObject([{ tenantWide: true, people: [] }])
  })

  test('a revoked consent that is no longer listed does not count; one that is listed again does', async () => {
    const events = [
      signIn(ZEPHYR, 'ana@acme.example', '2026-03-01T10:00:00Z', { event: 'authorize' }),
      signIn(ZEPHYR, 'ana@acme.example', '2026-03-05T10:00:00Z', { event: 'revoke' }),
    ]
    const missing = grant(ZEPHYR, 'ana@acme.example', { missingSince: '2026-03-06T00:00:00Z' })
    expect((await one([...events, missing], 'zephyrmail')).app.users).toBe(0)
    const unread = (notRecheckedSince: string) => grant(ZEPHYR, 'ana@acme.example', { notRecheckedSince })
    expect((await one([...events, unread('2026-03-04T00:00:00Z')], 'zephyrmail')).app.users).toBe(0)
    expect((await one([...events, unread('2026-03-06T00:00:00Z')], 'zephyrmail')).app.users).toBe(1)
    expect((await one([...events, grant(ZEPHYR, 'ana@acme.example')], 'zephyrmail')).app.users).toBe(1)
  })

  test('somebody whom the directory no longer lists is not known to be active', async () => {
    const { evidence } = await one(
      [person('ana@acme.example', { missingSince: '2026-03-06T00:00:00Z' }), grant(ZEPHYR, 'ana@acme.example')],
      'zephyrmail',
    )
    expect(evidence.people).toMatchObject([{ person: 'ana@acme.example', status: 'unknown' }])
  })

  test('an app was last seen when its source was read, and not when a read missed it', async () => {
    const previous = new Map([
      ['zephyrmail', { firstSeen: '2026-01-01T00:00:00.000Z', lastSeen: '2026-03-30T02:00:00.000Z' }],
    ])
    const seen = async (observations: readonly Observation[]) => {
      const { apps } = await reconcileAll(observations, [], previous)
      return apps.map(({ app }) => [app.firstSeen, app.lastSeen])
    }
    const unread = { notRecheckedSince: '2026-03-30T02:00:00.000Z' }
    expect(await seen([grant(ZEPHYR, 'ana@acme.example')])).toEqual([
      ['2026-01-01T00:00:00.000Z', '2026-03-31T02:00:00.000Z'],
    ])
    expect(await seen([grant(ZEPHYR, 'ana@acme.example', unread)])).toEqual([
      ['2026-01-01T00:00:00.000Z', '2026-03-30T02:00:00.000Z'],
    ])
  })

  test('an account that its directory suspended holds its access as suspended, though active elsewhere', async () => {
    const { evidence } = await one(
      [
        person('ana@acme.example', { status: 'suspended' }),
        person('ana@acme.example', { source: 'microsoft' }),
        grant(ZEPHYR, 'ana@acme.example'),
      ],
      'zephyrmail',
    )
    expect(evidence.people).toMatchObject([{ person: 'ana@acme.example', status: 'suspended' }])
  })

  test('what nobody knows and two sources agree on by domain is one new app', async () => {
    const okta = clue({
      name: 'Crate Storage',
      identifiers: [{ kind: 'okta-app', value: '0oa1' }],
      domains: ['crate-tool.example'],
    })
    const { apps } = await reconcileAll([grant(HOMEGROWN, 'ana@acme.example', { source: 'microsoft' }), ssoApp(okta)])
    expect(apps.map(({ app }) => app.id)).toEqual(['app-crate-tool-example'])
    expect(apps[0]?.evidence.identities).toHaveLength(2)
  })

  test('a name alone joins nothing', async () => {
    const notes = clue({ name: 'Notes', identifiers: [{ kind: 'name', value: 'Notes' }] })
    const { apps } = await reconcileAll([ssoApp(notes), ssoApp(notes, { source: 'okta', key: 'other' })])
    expect(apps).toHaveLength(2)
  })

  test('scripts of employees are kept apart per client, whatever they are called', async () => {
    const script = (id: string) =>
      clue({ name: 'Untitled project', identifiers: [{ kind: 'google-client', value: id }], owner: 'script' })
    const { apps } = await reconcileAll([
      grant(script('800001-a.apps.googleusercontent.com'), 'ana@acme.example'),
      grant(script('800002-b.apps.googleusercontent.com'), 'bo@acme.example'),
    ])
    expect(apps.map(({ app }) => app.kind)).toEqual(['script', 'script'])
  })

  test('clients of one Google project are one app', async () => {
    const client = (name: string, suffix: string) =>
      clue({
        name,
        identifiers: [
          { kind: 'google-client', value: `900001-${suffix}.apps.googleusercontent.com` },
          { kind: 'google-project', value: '900001' },
        ],
      })
    const { apps } = await reconcileAll([
      grant(client('Crate', 'a'), 'ana@acme.example'),
      grant(client('Crate for Android', 'b'), 'ana@acme.example'),
    ])
    expect(apps).toHaveLength(1)
    expect(apps[0]?.app.users).toBe(1)
  })

  test('the inventory gives the standing, by catalogue, by domain, and through the family', async () => {
    const observations = [
      grant(HOMEGROWN, 'ana@acme.example', { source: 'microsoft' }),
      charge('ORBIT SUITE 4711', '2026-03-01', 500),
      grant(ZEPHYR, 'ana@acme.example'),
    ]
    const inventory = [
      entry('Crate', { domain: 'crate-tool.example', status: 'trial' }),
      entry('Orbit Docs'),
      entry('Zephyrmail', { status: 'rejected' }),
    ]
    const { apps } = await reconcileAll(observations, inventory)
    expect(Object.fromEntries(apps.map(({ app }) => [app.id, app.standing]))).toEqual({
      'app-crate': 'trial',
      orbit: 'approved',
      zephyrmail: 'rejected',
    })
  })

  test('a charge in a month between two uploaded ones that nobody uploaded is told as missing', async () => {
    const { statements } = await reconcileAll([charge('A', '2025-12-30', 1), charge('A', '2026-02-01', 1)])
    expect(statements).toEqual([{ account: 'card 1111', months: ['2025-12', '2026-02'], missingMonths: ['2026-01'] }])
  })

  test('the order of observations changes nothing, to the byte', async () => {
    const observations = [
      person('ana@acme.example', { name: 'Ana Alves' }),
      grant(ZEPHYR, 'ana@acme.example', { scopes: ['b', 'a'] }),
      grant(HOMEGROWN, 'ana@acme.example', { source: 'microsoft' }),
      assignment(ZEPHYR_ENTRA, { person: 'bo@acme.example' }),
      charge('ZEPHYRMAIL 0042', '2026-03-01', 4900, { person: 'A ALVES' }),
      charge('QUUX UNKNOWN SOFTWARE.IO', '2026-03-01', 100),
    ]
    const forward = await reconcileAll(observations)
    const backward = await reconcileAll(observations.toReversed())
    expect(JSON.stringify(backward)).toBe(JSON.stringify(forward))
  })
})
