import { describe, expect, test } from 'vitest'
import { apiError, startFakeGoogle, tokenActivity } from '#test/support/fake-google.ts'
import type { FakeAnswer, FakeRequest, FakeTenant } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { readAll } from '#test/support/reading.ts'
import type { Reading } from '#test/support/reading.ts'

const SLACK = '606092904535-k1v5n0.apps.googleusercontent.com'
const HTML = '<!DOCTYPE html><html><body>Sign in to the network</body></html>'
const QUOTA = apiError(403, 'quotaExceeded', 'Quota exceeded')
const TOO_OFTEN: FakeAnswer = { ...apiError(429, 'rateLimitExceeded', 'Slow down'), headers: { 'retry-after': '1' } }

const isUsers = ({ path, query }: FakeRequest) => path.endsWith('/v1/users') && query['showDeleted'] === undefined
const isTokensOf = (name: string) => (request: FakeRequest) => request.path.endsWith(`/${name}@acme.example/tokens`)
const isTokensOfOthers = ({ path }: FakeRequest) => path.endsWith('/tokens') && !path.includes('/p0@')
const isLog = (application: string) => (request: FakeRequest) => request.path.endsWith(`/applications/${application}`)

const isSecondPage = (request: FakeRequest) => isUsers(request) && request.query['pageToken'] === '2'
const pageFault = (pageToken: string | undefined, names: readonly string[], nextPageToken?: string) => ({
  when: (request: FakeRequest) => isUsers(request) && request.query['pageToken'] === pageToken,
  answer: { body: { users: names.map((name) => ({ primaryEmail: `${name}@acme.example` })), nextPageToken } },
})
const isReports = ({ path }: FakeRequest) => path.includes('/reports/')
const isRevocations = (request: FakeRequest) => request.query['eventName'] === 'revoke'

/** Three people with a token each, read under a fault. */
async function readUnder(
  when: (request: FakeRequest) => boolean,
  answer: FakeAnswer,
  times = Infinity,
): Promise<Reading> {
  await using google = await startFakeGoogle({ ...company(), faults: [{ when, answer, times }] })
  return await readAll(googleConnector(google))
}

function company(): Partial<FakeTenant> {
  const names = ['ana', 'ben', 'cleo']
  return {
    users: names.map((name) => ({ primaryEmail: `${name}@acme.example` })),
    tokens: Object.fromEntries(
      names.map((name) => [`${name}@acme.example`, [{ clientId: SLACK, displayText: 'Slack' }]]),
    ),
  }
}

const gapsOf = ({ gaps }: Reading) => gaps.map(({ subject, code }) => `${code}: ${subject}`)
const grantsOf = ({ observations }: Reading) =>
  observations.flatMap((one) => (one.kind === 'grant' && one.person !== null ? [one.person.split('@')[0]] : []))

describe("one person's tokens", () => {
  test.for<[string, FakeAnswer, string]>([
    ['are refused', apiError(403, 'forbidden', 'Not Authorized to access this resource/api'), 'denied'],
    ['meet a full quota', QUOTA, 'throttled'],
    ['are asked for too often', TOO_OFTEN, 'throttled'],
    ['belong to somebody deleted', apiError(404, 'notFound', 'Resource Not Found: userKey'), 'gone'],
    ['get a page for people with status 404', { status: 404, text: HTML }, 'unavailable'],
    ['meet a broken service', { status: 503, text: HTML }, 'unavailable'],
    ['meet a connection that ends', { reset: 'at-once' }, 'unavailable'],
    ['meet a connection that ends in mid-body', { body: { items: [] }, reset: 'in-mid-body' }, 'unavailable'],
    ['come as half a JSON text', { text: '{"kind":"admin#directory#tokenList","items":[{"clientId":"1' }, 'malformed'],
    ['come as a page for people', { text: HTML, headers: { 'content-type': 'text/html' } }, 'malformed'],
    ['come as nothing', { text: '' }, 'malformed'],
    ['come as a list', { body: [] }, 'malformed'],
    ['come as a number', { body: 7 }, 'malformed'],
    ['come as null', { body: null }, 'malformed'],
    ['come as an object of something else', { body: { message: 'maintenance' } }, 'malformed'],
    ['come as items that are no list', { body: { kind: 'admin#directory#tokenList', items: 'none' } }, 'malformed'],
    ['come as a refusal with status 200', { ...apiError(403, 'forbidden', 'no'), status: 200 }, 'denied'],
    ['lead to another host', { status: 302, headers: { location: 'https://login.example/' }, text: '' }, 'malformed'],
  ])('that %s are a gap, and everybody else is read', async ([, answer, code]) => {
    const reading = await readUnder(isTokensOf('ben'), answer)
    expect(gapsOf(reading)).toEqual([`${code}: tokens of ben@acme.example`])
    expect(grantsOf(reading)).toEqual(['ana', 'cleo'])
    expect(reading.status).toBe(code === 'gone' ? 'complete' : 'partial')
  })

  test.for<[string, FakeAnswer]>([
    ['no list', { body: { kind: 'admin#directory#tokenList', etag: 'x' } }],
    ['an empty list', { body: { items: [] } }],
    ['an empty object', { body: {} }],
  ])('that come as %s are none, which is no gap', async ([, answer]) => {
    const reading = await readUnder(isTokensOf('ben'), answer)
    expect(reading.gaps).toEqual([])
    expect(grantsOf(reading)).toEqual(['ana', 'cleo'])
  })

  test('with one broken item are read but for that item, which is listed', async () => {
    const items = [
      { clientId: 7 },
      null,
      { clientId: '1-a', scopes: ['b', 3] },
      { clientId: '2-b', scopes: null, more: {} },
    ]
    const reading = await readUnder(isTokensOf('ben'), { body: { items } })
    expect(reading.rejected.map(({ subject }) => subject)).toEqual(
      [1, 2, 3].map((item) => `tokens of ben@acme.example, item ${item}`),
    )
    expect(reading.rejected[2]?.reason).toBe('scopes.1: Invalid input: expected string, received number')
    expect(grantsOf(reading)).toEqual(['ana', 'ben', 'cleo'])
  })

  test('of a suspended person are refused by Google, which is said once and costs one request', async () => {
    await using google = await startFakeGoogle({ users: [{ primaryEmail: 'ana@acme.example', suspended: true }] })
    const reading = await readAll(googleConnector(google))
    expect(gapsOf(reading)).toEqual(['denied: tokens of ana@acme.example'])
    expect(reading.gaps[0]?.reason).toContain('is suspended')
    expect(google.requests.filter(isTokensOf('ana'))).toHaveLength(1)
  })

  test('in two rows of one client are one grant with the scopes of both', async () => {
    const items = [
      { clientId: SLACK, displayText: 'Slack', scopes: ['b'] },
      { clientId: SLACK, displayText: 'Slack', scopes: ['a', 'b'] },
    ]
    const { observations } = await readUnder(isTokensOf('ben'), { body: { items } })
    const grants = observations.filter((one) => one.kind === 'grant' && one.person === 'ben@acme.example')
    expect(grants.map((one) => one.kind === 'grant' && one.scopes)).toEqual([['a', 'b']])
  })
})

describe('the listing of people', () => {
  test('that is refused fails the read and names the scope to grant', async () => {
    const reading = await readUnder(isUsers, apiError(403, 'forbidden', 'Not Authorized to access this resource/api'))
    expect(reading.status).toBe('failed')
    expect(reading.gaps).toEqual([
      {
        kind: 'gap',
        source: 'google',
        subject: 'users',
        code: 'denied',
        reason:
          'google: not allowed to read users (403 forbidden: Not Authorized to access this resource/api); ' +
          'delegate the scope https://www.googleapis.com/auth/admin.directory.user.readonly to client id ' +
          '100000000000000000001 and check that admin@acme.example is an administrator who may see it ' +
          '(connectors/google/README.md)',
      },
    ])
  })

  test.for<[string, FakeAnswer, string]>([
    ['an empty body', { text: '' }, 'malformed'],
    ['half a page', { text: '{"users":[{"primaryEmail":"ana@acme.example"' }, 'malformed'],
    ['a list of another name', { body: { items: [] } }, 'malformed'],
    ['a page for people', { text: HTML }, 'malformed'],
    ['a wrong customer', apiError(400, 'invalid', 'Invalid Input'), 'unavailable'],
    ['a wrong root', { status: 404, text: HTML }, 'unavailable'],
    ['a broken service', apiError(500, 'backendError', 'Backend Error'), 'unavailable'],
  ])('that brings %s is never taken for an empty company', async ([, answer, code]) => {
    const reading = await readUnder(isUsers, answer)
    expect(gapsOf(reading)).toEqual([`${code}: users`])
    expect(reading.status).toBe('failed')
  })

  test('that breaks off on its second page keeps the first, and reads the tokens of those on it', async () => {
    const faults = [{ when: isSecondPage, answer: { text: '{"users":[' } }]
    await using google = await startFakeGoogle({ ...company(), pageSize: 2, faults })
    const reading = await readAll(googleConnector(google))
    expect(gapsOf(reading)).toEqual(['malformed: users'])
    expect(reading.gaps[0]?.reason).toContain('page 2: a text that is no complete JSON')
    expect(grantsOf(reading)).toEqual(['ana', 'ben'])
    expect(reading.status).toBe('partial')
  })

  test('goes on past empty pages and passes over people it had before', async () => {
    const faults = [
      pageFault(undefined, [], 'a'),
      pageFault('a', ['ana', 'ben'], 'b'),
      pageFault('b', [], 'c'),
      pageFault('c', ['BEN', 'cleo']),
    ]
    await using google = await startFakeGoogle({ ...company(), faults })
    const reading = await readAll(googleConnector(google))
    expect(reading.gaps).toEqual([])
    expect(reading.observations.map(({ key }) => key).filter((key) => key.startsWith('google:person:'))).toEqual([
      'google:person:ana@acme.example',
      'google:person:ben@acme.example',
      'google:person:cleo@acme.example',
    ])
    expect(grantsOf(reading)).toEqual(['ana', 'ben', 'cleo'])
  })

  test('stops when a page token comes again, and says so', async () => {
    const body = { users: [{ primaryEmail: 'ana@acme.example' }], nextPageToken: 'again' }
    const reading = await readUnder(isUsers, { body })
    expect(gapsOf(reading)).toEqual(['malformed: users'])
    expect(reading.gaps[0]?.reason).toContain('the page token of page 2 came a second time')
    expect(grantsOf(reading)).toEqual(['ana'])
  })

  test('with one broken entry keeps the rest, and still reads the tokens of one whose address can be read', async () => {
    const users = [
      { primaryEmail: 'ana@acme.example', name: 'Ana' },
      { name: { fullName: 'Nobody' } },
      { primaryEmail: 'cleo@acme.example' },
    ]
    const reading = await readUnder(isUsers, { body: { users } })
    expect(reading.rejected.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
      'ana@acme.example: name: Invalid input: expected object, received string',
      'users, page 1, item 2: primaryEmail: Invalid input: expected string, received undefined',
    ])
    expect(grantsOf(reading)).toEqual(['ana', 'cleo'])
    expect(reading.gaps).toEqual([])
  })
})

describe('the logs', () => {
  test('that are refused are one gap each, and people and tokens stand', async () => {
    const reading = await readUnder(isReports, apiError(403, 'forbidden', 'Access denied'))
    expect(gapsOf(reading)).toEqual(['denied: token events', 'denied: saml logins'])
    expect(reading.gaps[0]?.reason).toContain('admin.reports.audit.readonly')
    expect(reading.status).toBe('partial')
    expect(grantsOf(reading)).toEqual(['ana', 'ben', 'cleo'])
  })

  test('that fail for one event name are read for the others', async () => {
    const reading = await readUnder(isRevocations, { status: 503, text: '' })
    expect(gapsOf(reading)).toEqual(['unavailable: token events (revoke)'])
  })

  test('give each record once, and list a record that cannot be read', async () => {
    const consent = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', 'ana@acme.example', {
      id: SLACK,
      name: 'Slack',
    })
    const broken = { id: { time: 'yesterday', uniqueQualifier: '1' }, events: [{ name: 'authorize' }] }
    const nobody = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', '', { id: SLACK, name: 'Slack' })
    const nothing = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', 'ana@acme.example', { id: '', name: '' })
    const reading = await readUnder(isLog('token'), { body: { items: [consent, consent, broken, nobody, nothing] } })
    expect(reading.observations.filter(({ kind }) => kind === 'sign-in')).toHaveLength(1)
    expect(reading.rejected.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
      'token events (authorize), page 1, item 3: id.time: Invalid ISO datetime',
      'token events (authorize), page 1, item 4: actor.email: nobody is named, so that the event belongs to no person',
      'token events (authorize), page 1, item 5: events.parameters: no client_id',
    ])
  })
})

describe('a right that is missing for all', () => {
  test('is found at the first person and not asked for again', async () => {
    await using google = await startFakeGoogle(company())
    google.tenant.delegated = google.tenant.delegated.filter((scope) => !scope.endsWith('user.security'))
    const reading = await readAll(googleConnector(google))
    expect(gapsOf(reading)).toEqual(['denied: tokens of ana@acme.example', 'denied: tokens of 2 more people'])
    expect(reading.gaps[0]?.reason).toContain(
      'give client id 100000000000000000001 the scope https://www.googleapis.com/auth/admin.directory.user.security',
    )
    expect(google.requests.filter(({ path }) => path.endsWith('/tokens'))).toEqual([])
    expect(reading.status).toBe('partial')
  })

  test('is concluded from 25 refusals in a row, not before', async () => {
    const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
    const refusal = {
      when: ({ path }: FakeRequest) => path.endsWith('/tokens'),
      answer: apiError(403, 'forbidden', 'no'),
    }
    await using google = await startFakeGoogle({ users, faults: [refusal] })
    const reading = await readAll(googleConnector(google))
    expect(reading.gaps).toHaveLength(26)
    expect(reading.gaps.at(-1)?.subject).toBe('tokens of 35 more people')
  })
})

test.for<[string, FakeAnswer]>([
  ['breaks connections', { reset: 'at-once' }],
  ['is overloaded', QUOTA],
])('a service that %s for 25 people in a row is left alone, even after it answered', async ([, answer]) => {
  const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
  await using google = await startFakeGoogle({ users, faults: [{ when: isTokensOfOthers, answer }] })
  const reading = await readAll(googleConnector(google))
  expect(reading.gaps).toHaveLength(26)
  expect(reading.gaps.at(-1)?.subject).toBe('tokens of 34 more people')
})

test('refusals for some, after others were read, never end the listing', async () => {
  const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
  await using google = await startFakeGoogle({
    users,
    faults: [{ when: isTokensOfOthers, answer: apiError(403, 'forbidden', 'no') }],
  })
  const reading = await readAll(googleConnector(google))
  expect(reading.gaps.map(({ subject }) => subject)).toEqual(
    users.slice(1).map((user) => `tokens of ${user.primaryEmail}`),
  )
})

test('a person is asked for under the address as Google writes it', async () => {
  await using google = await startFakeGoogle({ users: [{ primaryEmail: 'Ana.Ortiz@Acme.example' }] })
  await readAll(googleConnector(google))
  expect(google.requests.find(({ path }) => path.endsWith('/tokens'))?.path).toContain('/Ana.Ortiz@Acme.example/')
})

test('a read that is aborted stops with the reason of its signal', async () => {
  const controller = new AbortController()
  await using google = await startFakeGoogle(company())
  google.tenant.faults.push({ when: isTokensOf('ben'), answer: { delayMs: 5_000 } })
  const reading = readAll(googleConnector(google), {
    signal: controller.signal,
    progress: ({ step }) => {
      if (step === 'tokens') controller.abort()
    },
  })
  await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test('nothing that is said or thrown holds the private key or an access token', async () => {
  await using google = await startFakeGoogle(company())
  google.tenant.faults.push({ when: ({ method }) => method === 'GET', answer: { status: 500, text: 'x' } })
  const said = JSON.stringify(await readAll(googleConnector(google)))
  expect(said).toContain('could not read users')
  expect(said).not.toMatch(/PRIVATE KEY|fake-\d/)
})
