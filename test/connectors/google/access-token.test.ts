import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { ALL_SCOPES, apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeAnswer, FakeRequest, FakeUser } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { readAll } from '#test/support/reading.ts'

const isGrant = ({ path }: FakeRequest) => path === '/oauth/token'
const isTokens = ({ path }: FakeRequest) => path.endsWith('/tokens')
const PEOPLE: readonly FakeUser[] = ['ana', 'ben', 'cleo'].map((name) => ({ primaryEmail: `${name}@acme.example` }))

test('an assertion names service account, administrator, one scope and the token endpoint of the key file', async () => {
  await using google = await startFakeGoogle()
  const forms: string[] = []
  const { createGoogleConnector } = await import('#connectors/google/index.ts')
  const { serviceAccount, origin: apiRoot } = google
  const connector = createGoogleConnector(
    { serviceAccount, adminSubject: 'admin@acme.example', customer: 'my_customer', apiRoot, mode: 'full' },
    {
      fetch: async (input, init) => {
        const request = new Request(input, init)
        if (request.method === 'POST') forms.push(await request.clone().text())
        return fetch(request)
      },
    },
  )
  await readAll(connector)
  const assertions = forms.map((form) => new URLSearchParams(form).get('assertion') ?? '')
  expect(decodeProtectedHeader(assertions[0] ?? '')).toEqual({ alg: 'RS256', typ: 'JWT' })
  const { iat = 0, exp, ...claims } = decodeJwt(assertions[0] ?? '')
  expect(claims).toEqual({
    iss: serviceAccount.clientEmail,
    sub: 'admin@acme.example',
    aud: serviceAccount.tokenUri,
    scope: ALL_SCOPES[0],
  })
  expect(exp).toBe(iat + 3600)
  expect(assertions.map((assertion) => decodeJwt(assertion)['scope'])).toEqual([ALL_SCOPES[0], ALL_SCOPES[2]])
})

test('a token that an API refuses in mid-read is renewed, and nothing is lost', async () => {
  await using google = await startFakeGoogle({ users: [...PEOPLE] })
  let expired = false
  const reading = await readAll(googleConnector(google), {
    progress: ({ step }) => {
      if (step !== 'tokens' || expired) return
      expired = true
      google.expireTokens()
    },
  })
  expect(expired).toBe(true)
  expect(reading.gaps).toEqual([])
})

test('a refused token is renewed once, and a second refusal is a gap', async () => {
  const refusal = { when: isTokens, answer: apiError(401, 'authError', 'Invalid Credentials'), times: 1 }
  await using google = await startFakeGoogle({ users: PEOPLE.slice(0, 1), faults: [refusal] })
  expect((await readAll(googleConnector(google))).gaps).toEqual([])
  expect(google.requests.filter(isGrant)).toHaveLength(4)

  google.tenant.faults = [{ ...refusal, times: 2 }]
  const { gaps } = await readAll(googleConnector(google))
  expect(gaps.map(({ code, subject }) => `${code}: ${subject}`)).toEqual(['denied: tokens of ana@acme.example'])
})

test('a token is renewed before it ends, and not before it has to be', async () => {
  const users = Array.from({ length: 12 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
  await using google = await startFakeGoogle({ users })
  await readAll(googleConnector(google))
  expect(google.requests.filter(isGrant)).toHaveLength(3)

  // Good for 20 ms, while four listings at a time take 40: each of the three rounds needs a token of its own.
  google.tenant.tokenSeconds = 0.02
  google.tenant.faults = [{ when: isTokens, answer: { delayMs: 40, body: {} } }]
  const before = google.requests.length
  expect((await readAll(googleConnector(google))).gaps).toEqual([])
  const later = google.requests.slice(before)
  const used = new Set(later.filter(isTokens).map(({ bearer }) => bearer))
  expect(used.size).toBeGreaterThanOrEqual(3)
  expect(later.filter(isTokens)).toHaveLength(12)
})

test.for<[string, FakeAnswer, string, RegExp]>([
  [
    'an unknown administrator',
    { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid email or User ID' } },
    'denied',
    /\(invalid_grant: Invalid email or User ID\); check that GOOGLE_ADMIN_SUBJECT \(admin@acme\.example\) is an active administrator/,
  ],
  [
    'a deleted key',
    { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } },
    'denied',
    /create a new key for daylight@/,
  ],
  [
    'a wrong clock',
    {
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description:
          'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values',
      },
    },
    'denied',
    /the clock of this machine is wrong/,
  ],
  [
    'a deleted service account',
    { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid grant: account not found' } },
    'denied',
    /the service account was deleted or disabled/,
  ],
  [
    'an unknown client',
    { status: 401, body: { error: 'invalid_client' } },
    'denied',
    /check that the key file is the one of/,
  ],
  ['a page for people', { text: '<html>portal</html>' }, 'malformed', /check token_uri in the key file/],
  ['an answer without a token', { body: { token_type: 'Bearer' } }, 'malformed', /did not answer as a token endpoint/],
  ['half an answer', { text: '{"access_token":"ya29.' }, 'malformed', /did not answer as a token endpoint/],
  ['a broken endpoint', { status: 503, text: 'x' }, 'unavailable', /answered 503 \(no explanation\); scan again later/],
  [
    'a refusal by something else',
    { status: 403, text: '<html>blocked</html>' },
    'denied',
    /answered 403 \(an HTML page\); check token_uri/,
  ],
  ['a connection that ends', { reset: 'at-once' }, 'unavailable', /could not be reached/],
])(
  '%s at the token endpoint ends the read with one sentence that says what to check',
  async ([, answer, code, reason]) => {
    await using google = await startFakeGoogle({ users: [...PEOPLE], faults: [{ when: isGrant, answer }] })
    for (const mode of ['full', 'audit-only'] as const) {
      const { gaps, status } = await readAll(googleConnector(google, { mode }))
      expect(gaps.map((gap) => gap.code)).toEqual([code])
      expect(gaps[0]?.reason).toMatch(reason)
      expect(status).toBe('failed')
    }
    expect(google.requests).toHaveLength(2)
  },
)

test('a key that is not the one of the service account is refused, and the sentence does not hold it', async () => {
  await using google = await startFakeGoogle()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const { gaps } = await readAll(
    googleConnector(google, { serviceAccount: { ...google.serviceAccount, privateKey: pem } }),
  )
  expect(gaps[0]?.reason).toContain('Invalid JWT Signature')
  expect(JSON.stringify(gaps)).not.toContain(pem.slice(100, 160))
})
