import { describe, expect, test } from 'vitest'
import { createGoogleConnector } from '#connectors/google/index.ts'
import { createReplayFetch } from '#provider/replay.ts'
import { apiError, samlActivity, startFakeGoogle, tokenActivity } from '#test/support/fake-google.ts'
import type { FakeTenant, FakeUser } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { readAll } from '#test/support/reading.ts'

const SLACK = '606092904535-k1v5n0.apps.googleusercontent.com'
const MIRO = '1062019541050-8mvc17.apps.googleusercontent.com'
const DRIVE = 'https://www.googleapis.com/auth/drive.file'

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

  test('pages through many people and says how far it is', async () => {
    const users = Array.from({ length: 1203 }, (_, n): FakeUser => ({ primaryEmail: `p${n}@acme.example` }))
    const tokens = Object.fromEntries(users.map(({ primaryEmail }) => [primaryEmail, [{ clientId: SLACK }]]))
    await using google = await startFakeGoogle({ users, tokens })
    const { observations, meter, progress } = await readAll(googleConnector(google))
    expect(observations).toHaveLength(2406)
    // 3 access tokens, 3 pages of people and one of deleted people, a call a person, 3 event names and the SAML log.
    expect(meter.requests).toBe(3 + 4 + 1203 + 4)
    expect(progress.filter(({ step }) => step === 'people').map(({ done }) => done)).toEqual([500, 1000, 1203, 1203])
    const last = progress.findLast(({ step }) => step === 'tokens')
    expect(last).toEqual({ step: 'tokens', done: 1203, total: 1203, waitingSeconds: null })
    expect([...new Set(progress.map(({ step }) => step))]).toEqual(['people', 'tokens', 'token events', 'saml logins'])
  })

  test('never has more than four token listings under way', async () => {
    const users = Array.from({ length: 12 }, (_, n): FakeUser => ({ primaryEmail: `p${n}@acme.example` }))
    let running = 0
    let most = 0
    await using google = await startFakeGoogle({ users })
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = globalThis.fetch(input, init)
      if (!(input instanceof Request) || !input.url.includes('/tokens')) return response
      running += 1
      most = Math.max(most, running)
      await response
      running -= 1
      return response
    }
    const { serviceAccount, origin: apiRoot } = google
    const settings = {
      serviceAccount,
      adminSubject: 'admin@acme.example',
      customer: 'C0123',
      apiRoot,
      mode: 'full',
    } as const
    await readAll(createGoogleConnector(settings, { fetch }))
    expect(most).toBe(4)
  })
})

test.for([
  ['no path', ''],
  ['a trailing slash', '/'],
  ['a path', '/base'],
  ['a path with a trailing slash', '/base/'],
])('an API root with %s is kept', async ([, path]) => {
  await using google = await startFakeGoogle({ users: [{ primaryEmail: 'ana@acme.example' }] })
  const { status } = await readAll(googleConnector(google, { apiRoot: `${google.origin}${path}` }))
  expect(status).toBe('complete')
  const prefix = (path ?? '').replace(/\/$/, '')
  expect(google.requests[1]?.path).toBe(`${prefix}/admin/directory/v1/users`)
})

test('a customer id goes to both APIs; my_customer, which is their default, only to the directory', async () => {
  await using google = await startFakeGoogle()
  await readAll(googleConnector(google, { customer: 'C03az79cb' }))
  await readAll(googleConnector(google))
  const customers = google.requests
    .filter(({ method }) => method === 'GET')
    .map(({ query }) => query['customer'] ?? query['customerId'] ?? null)
  expect(customers).toEqual([...Array(6).fill('C03az79cb'), 'my_customer', 'my_customer', null, null, null, null])
})

test('in audit-only mode grants follow from consents, less later revocations, and no token is listed', async () => {
  const ana = 'ana@acme.example'
  const slack = { id: SLACK, name: 'Slack' }
  const miro = { id: MIRO, name: 'Miro' }
  await using google = await startFakeGoogle({
    users: [{ primaryEmail: ana }],
    activities: {
      token: [
        tokenActivity('authorize', '2026-11-09T10:00:00.000Z', ana, slack, [DRIVE]),
        tokenActivity('authorize', '2026-11-08T10:00:00.000Z', ana, slack, ['openid']),
        tokenActivity('revoke', '2026-11-07T10:00:00.000Z', ana, slack, ['mail']),
        tokenActivity('authorize', '2026-11-06T10:00:00.000Z', ana, slack, ['mail']),
        tokenActivity('revoke', '2026-11-05T10:00:00.000Z', ana, miro, ['openid']),
        tokenActivity('authorize', '2026-11-04T10:00:00.000Z', ana, miro, ['openid']),
        tokenActivity('authorize', '2026-11-03T10:00:00.000Z', 'eve@acme.example', miro, ['openid']),
        tokenActivity('activity', '2026-11-02T10:00:00.000Z', ana, miro),
        tokenActivity('activity', '2026-11-02T10:00:00.000Z', 'flo@acme.example', miro),
        tokenActivity('activity', '2026-11-01T10:00:00.000Z', 'flo@acme.example', miro),
      ],
    },
  })
  const [, , reports] = google.tenant.delegated
  const [people] = google.tenant.delegated
  google.tenant.delegated = [people ?? '', reports ?? '']
  const { observations, gaps } = await readAll(googleConnector(google, { mode: 'audit-only' }))
  expect(gaps).toEqual([])
  expect(observations.filter(({ kind }) => kind === 'grant')).toEqual([
    grant(ana, SLACK, 'Slack', [DRIVE, 'openid']),
    grant('eve@acme.example', MIRO, 'Miro', ['openid']),
    // Used, and consented to before the log begins.
    grant('flo@acme.example', MIRO, 'Miro', []),
  ])
  expect(google.requests.filter(({ path }) => path.endsWith('/tokens'))).toEqual([])
})

test('recorded responses are read like a real Workspace', async () => {
  await using google = await startFakeGoogle()
  const { serviceAccount } = google
  const fetch = createReplayFetch([
    { method: 'POST', path: '/oauth/token', body: { access_token: 'replayed', expires_in: 3600 } },
    { path: '/admin/directory/v1/users', query: { showDeleted: 'true' }, body: { kind: 'admin#directory#users' } },
    {
      path: '/admin/directory/v1/users',
      query: { pageToken: null },
      body: { users: [{ primaryEmail: 'ana@acme.example' }], nextPageToken: 'two' },
    },
    {
      path: '/admin/directory/v1/users',
      query: { pageToken: 'two' },
      body: { users: [{ primaryEmail: 'ben@acme.example' }] },
    },
    {
      path: '/admin/directory/v1/users/ana@acme.example/tokens',
      body: { items: [{ clientId: SLACK, displayText: 'Slack' }] },
    },
    {
      path: '/admin/directory/v1/users/ben@acme.example/tokens',
      status: 404,
      body: apiError(404, 'notFound', 'gone').body,
    },
    { path: '/admin/reports/v1/activity/users/all/applications/token', body: COMPANY_LOG },
    { path: '/admin/reports/v1/activity/users/all/applications/saml', body: { kind: 'admin#reports#activities' } },
  ])
  const settings = {
    adminSubject: 'admin@acme.example',
    customer: 'my_customer',
    apiRoot: 'https://admin.googleapis.com/',
  }
  const connector = createGoogleConnector(
    {
      ...settings,
      mode: 'full',
      serviceAccount: { ...serviceAccount, tokenUri: 'https://oauth2.googleapis.com/oauth/token' },
    },
    { fetch },
  )
  const { observations, gaps } = await readAll(connector)
  expect(observations.map(({ key }) => key)).toEqual([
    'google:person:ana@acme.example',
    'google:person:ben@acme.example',
    `google:token:ana@acme.example:${SLACK}`,
    `google:event:token:2026-10-12T10:00:00.000Z:-241646:authorize:${SLACK}`,
  ])
  expect(gaps.map(({ subject, code }) => [subject, code])).toEqual([['tokens of ben@acme.example', 'gone']])
  expect(google.requests).toEqual([])
})

// The recording does not look at `eventName`, so that it answers each of the three questions.
const COMPANY_LOG = {
  items: [
    tokenActivity('authorize', '2026-10-12T10:00:00.000Z', 'ben@acme.example', { id: SLACK, name: 'Slack' }, [
      'openid',
    ]),
  ],
}

function person(email: string, changes: object): object {
  const key = `google:person:${email}`
  const base = { kind: 'person', key, source: 'google', email, aliases: [], name: null, status: 'active' }
  return { ...base, department: null, costCentre: null, ...changes }
}

function clue(identifiers: readonly object[], name: string | null): object {
  const nothing = { publisher: null, publisherVerified: false, domains: [], ownerTenant: null, owner: null }
  return { identifiers, name, ...nothing }
}

function grant(email: string, client: string, name: string | null, scopes: readonly string[]): object {
  const identifiers = [
    { kind: 'google-client', value: client },
    { kind: 'google-project', value: client.split('-')[0] },
  ]
  const key = `google:token:${email}:${client}`
  const base = { kind: 'grant', key, source: 'google', person: email, access: 'delegated', tenantWide: false }
  return { ...base, app: clue(identifiers, name), scopes }
}

function sorted<T extends { readonly key: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
