import { describe, expect, test } from 'vitest'
import { createGoogleConnector } from '#connectors/google/index.ts'
import { createReplayFetch } from '#provider/replay.ts'
import { apiError, startFakeGoogle, tokenActivity } from '#test/support/fake-google.ts'
import type { FakeUser } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { SLACK } from '#test/support/google-grants.ts'
import { readAll } from '#test/support/reading.ts'

describe('a full read', () => {
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
