import { describe, expect, test } from 'vitest'
import { apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeAnswer } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { HTML_PAGE, gapsOf, grantsOf, isTokensOf, readUnder, threePeople } from '#test/support/google-faults.ts'
import { SLACK } from '#test/support/google-grants.ts'
import { readAll } from '#test/support/reading.ts'

const QUOTA = apiError(403, 'quotaExceeded', 'Quota exceeded')
const TOO_OFTEN: FakeAnswer = { ...apiError(429, 'rateLimitExceeded', 'Slow down'), headers: { 'retry-after': '1' } }

describe("one person's tokens", () => {
  test.for<[string, FakeAnswer, string]>([
    ['are refused', apiError(403, 'forbidden', 'Not Authorized to access this resource/api'), 'denied'],
    ['meet a full quota', QUOTA, 'throttled'],
    ['are asked for too often', TOO_OFTEN, 'throttled'],
    ['belong to somebody deleted', apiError(404, 'notFound', 'Resource Not Found: userKey'), 'gone'],
    ['get a page for people with status 404', { status: 404, text: HTML_PAGE }, 'unavailable'],
    ['meet a broken service', { status: 503, text: HTML_PAGE }, 'unavailable'],
    ['meet a connection that ends', { reset: 'at-once' }, 'unavailable'],
    ['meet a connection that ends in mid-body', { body: { items: [] }, reset: 'in-mid-body' }, 'unavailable'],
    ['come as half a JSON text', { text: '{"kind":"admin#directory#tokenList","items":[{"clientId":"1' }, 'malformed'],
    ['come as a page for people', { text: HTML_PAGE, headers: { 'content-type': 'text/html' } }, 'malformed'],
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

test('a person is asked for under the address as Google writes it', async () => {
  await using google = await startFakeGoogle({ users: [{ primaryEmail: 'Ana.Ortiz@Acme.example' }] })
  await readAll(googleConnector(google))
  expect(google.requests.find(({ path }) => path.endsWith('/tokens'))?.path).toContain('/Ana.Ortiz@Acme.example/')
})

test('a read that is aborted stops with the reason of its signal', async () => {
  const controller = new AbortController()
  await using google = await startFakeGoogle(threePeople())
  google.tenant.faults.push({ when: isTokensOf('ben'), answer: { delayMs: 5_000 } })
  const reading = readAll(googleConnector(google), {
    signal: controller.signal,
    progress: ({ step }) => {
      if (step === 'tokens') controller.abort()
    },
  })
  await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})
