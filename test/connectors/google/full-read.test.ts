import { describe, expect, test } from 'vitest'
import { samlActivity, startFakeGoogle, tokenActivity } from '#test/support/fake-google.ts'
import type { FakeTenant } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { DRIVE, MIRO, SLACK, clue, grant } from '#test/support/google-grants.ts'
import { readAll } from '#test/support/reading.ts'

const COMPANY: Partial<FakeTenant> = {
  users: [
    {
      primaryEmail: 'Ana.Ortiz@acme.example',
      id: '7',
      name: { givenName: 'Ana', familyName: 'Ortiz', fullName: 'Ana Ortiz' },
      aliases: ['ana@acme.example'],
      nonEditableAliases: ['ana.ortiz@acme.test-google-a.com'],
      emails: [
        { address: 'Ana.Ortiz@acme.example', primary: true },
        { address: 'ana.ortiz@acme-group.example', type: 'work' },
        { address: 'the-ortizes@home.example', type: 'home' },
      ],
      orgUnitPath: '/EMEA/Sales',
      organizations: [{ department: 'Old' }, { department: 'Brand', costCenter: 'CC-7', primary: true }],
      suspended: false,
      thumbnailPhotoUrl: 'x',
    },
    { primaryEmail: 'ben@acme.example', orgUnitPath: '/EMEA/Sales' },
    { primaryEmail: 'cleo@acme.example', archived: true, orgUnitPath: '/' },
  ],
  deleted: [
    { primaryEmail: 'dan@acme.example', deletionTime: '2026-11-10T00:00:00.000Z' },
    { primaryEmail: 'ben@acme.example', deletionTime: '2026-11-11T00:00:00.000Z' },
  ],
  tokens: {
    'ana.ortiz@acme.example': [
      { clientId: SLACK, displayText: 'Slack', scopes: ['openid', DRIVE, 'openid'], userKey: '7', nativeApp: true },
      { clientId: 'anonymous', displayText: 'Legacy sync', anonymous: true, scopes: [DRIVE] },
      { clientId: 'anonymous', displayText: 'Other sync', anonymous: true, scopes: [DRIVE] },
    ],
    'ben@acme.example': [{ clientId: MIRO, scopes: ['openid'] }],
  },
  activities: {
    token: [
      tokenActivity('activity', '2026-11-19T09:00:00.000Z', 'ana.ortiz@acme.example', { id: SLACK, name: 'Slack' }),
      tokenActivity('revoke', '2026-11-12T10:00:00.000Z', 'ben@acme.example', { id: SLACK, name: 'Slack' }),
      tokenActivity('activity', '2026-11-01T09:00:00.000Z', 'ana.ortiz@acme.example', { id: SLACK, name: 'Slack' }),
      tokenActivity('authorize', '2026-10-12T10:00:00.000Z', 'ben@acme.example', { id: SLACK, name: 'Slack' }, [
        'openid',
      ]),
      tokenActivity('authorize', '2026-01-12T10:00:00.000Z', 'ben@acme.example', { id: MIRO, name: 'Miro' }, [
        'openid',
      ]),
    ],
    saml: [
      samlActivity('login_failure', '2026-11-19T08:00:00.000Z', 'ben@acme.example', 'Figma'),
      samlActivity('login_success', '2026-11-18T08:00:00.000Z', 'Ben@acme.example', 'Figma'),
      samlActivity('login_success', '2026-11-17T08:00:00.000Z', 'ben@acme.example', 'Figma'),
    ],
  },
}

describe('a full read', () => {
  test('lists people with every address, department and standing, and each address once', async () => {
    await using google = await startFakeGoogle(COMPANY)
    const { observations } = await readAll(googleConnector(google))
    expect(observations.filter(({ kind }) => kind === 'person')).toEqual([
      {
        kind: 'person',
        key: 'google:person:ana.ortiz@acme.example',
        source: 'google',
        email: 'ana.ortiz@acme.example',
        aliases: ['ana.ortiz@acme-group.example', 'ana.ortiz@acme.test-google-a.com', 'ana@acme.example'],
        name: 'Ana Ortiz',
        status: 'active',
        department: 'Brand',
        costCentre: 'CC-7',
      },
      person('ben@acme.example', { department: 'Sales' }),
      person('cleo@acme.example', { status: 'suspended' }),
      person('dan@acme.example', { status: 'deleted' }),
    ])
  })

  test('makes one delegated grant of each token, with what Google says of the client', async () => {
    await using google = await startFakeGoogle(COMPANY)
    const { observations, gaps, rejected, status } = await readAll(googleConnector(google))
    expect({ gaps, rejected, status }).toEqual({ gaps: [], rejected: [], status: 'complete' })
    expect(observations.filter(({ kind }) => kind === 'grant')).toEqual([
      grant('ana.ortiz@acme.example', SLACK, 'Slack', [DRIVE, 'openid']),
      {
        ...grant('ana.ortiz@acme.example', 'anonymous:Legacy sync', 'Legacy sync', [DRIVE]),
        app: clue([{ kind: 'name', value: 'Legacy sync' }], 'Legacy sync'),
      },
      {
        ...grant('ana.ortiz@acme.example', 'anonymous:Other sync', 'Other sync', [DRIVE]),
        app: clue([{ kind: 'name', value: 'Other sync' }], 'Other sync'),
      },
      grant('ben@acme.example', MIRO, null, ['openid']),
    ])
  })

  test('takes consents and revocations one by one, and of uses only the latest, out of the last 180 days', async () => {
    await using google = await startFakeGoogle(COMPANY)
    const { observations } = await readAll(googleConnector(google))
    const events = observations.flatMap((one) =>
      one.kind === 'sign-in' ? [`${one.event} ${one.person} ${one.app.name} ${one.at} ${one.scopes.join(' ')}`] : [],
    )
    expect(events).toEqual([
      'authorize ben@acme.example Slack 2026-10-12T10:00:00.000Z openid',
      'revoke ben@acme.example Slack 2026-11-12T10:00:00.000Z ',
      'api-use ana.ortiz@acme.example Slack 2026-11-19T09:00:00.000Z ',
      'sign-in ben@acme.example Figma 2026-11-18T08:00:00.000Z ',
    ])
  })

  test('is the same for any page size and any order within the listings', async () => {
    await using google = await startFakeGoogle(COMPANY)
    const first = sorted((await readAll(googleConnector(google))).observations)
    google.tenant.pageSize = 1
    google.tenant.users.reverse()
    for (const log of Object.values(google.tenant.activities)) log.reverse()
    for (const tokens of Object.values(google.tenant.tokens)) tokens.reverse()
    expect(sorted((await readAll(googleConnector(google))).observations)).toEqual(first)
    expect(first).toHaveLength(12)
  })
})

function person(email: string, changes: object): object {
  const key = `google:person:${email}`
  const base = { kind: 'person', key, source: 'google', email, aliases: [], name: null, status: 'active' }
  return { ...base, department: null, costCentre: null, ...changes }
}

function sorted<T extends { readonly key: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
