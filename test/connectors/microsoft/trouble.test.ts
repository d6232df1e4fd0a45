import { expect, test } from 'vitest'
import type { Fault } from '#test/support/fake-graph.ts'
import { DENIED, onListings } from '#test/support/graph-faults.ts'
import { CLIENT, ofKind, readContext, readTenant, startTenant } from '#test/support/microsoft.ts'
import { twoApps } from '#test/support/two-apps.ts'

const faults: readonly { title: string; fault: Fault; code: string; says: string }[] = [
  {
    title: 'a 403',
    fault: DENIED,
    code: 'denied',
    says: `grant the application permission User.Read.All to ${CLIENT}`,
  },
  {
    title: 'a 401 for ever',
    fault: { kind: 'status', status: 401, code: 'InvalidAuthenticationToken' },
    code: 'denied',
    says: '401 InvalidAuthenticationToken',
  },
  {
    title: 'a 429 with seconds',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '30' } },
    code: 'throttled',
    says: 'asks to wait 30 s',
  },
  {
    title: 'a 429 with a date',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': 'Sun, 01 Mar 2026 03:00:00 GMT' } },
    code: 'throttled',
    says: 'until Sun, 01 Mar 2026',
  },
  {
    title: 'a 429 without a word',
    fault: { kind: 'status', status: 429, body: '' },
    code: 'throttled',
    says: 'throttled the reading of users',
  },
  {
    title: 'a 500',
    fault: { kind: 'status', status: 500 },
    code: 'unavailable',
    says: 'the next scan tries again (500 fault)',
  },
  {
    title: 'a 503 with a web page',
    fault: { kind: 'status', status: 503, body: '<html>down</html>' },
    code: 'unavailable',
    says: '(503)',
  },
  { title: 'a 504', fault: { kind: 'status', status: 504 }, code: 'unavailable', says: '504' },
  { title: 'a 404', fault: { kind: 'status', status: 404 }, code: 'unsupported', says: 'check MICROSOFT_GRAPH_ROOT' },
  {
    title: 'a 400',
    fault: { kind: 'status', status: 400, code: 'Request_BadRequest' },
    code: 'malformed',
    says: 'fault 400',
  },
  {
    title: 'an expired page token',
    fault: { kind: 'status', status: 400, code: 'Directory_ExpiredPageToken' },
    code: 'unavailable',
    says: 'expired half way',
  },
  {
    title: 'a redirect',
    fault: { kind: 'status', status: 302, headers: { location: 'https://evil.example/' } },
    code: 'malformed',
    says: 'redirects to https://evil.example',
  },
  {
    title: 'truncated JSON',
    fault: { kind: 'body', body: '{"value":[{"id":"u-a' },
    code: 'malformed',
    says: 'no complete JSON',
  },
  {
    title: 'a web page with status 200',
    fault: { kind: 'body', body: '<!doctype html><p>Sign in', contentType: 'text/html' },
    code: 'malformed',
    says: 'a web page',
  },
  { title: 'an empty body', fault: { kind: 'body', body: '' }, code: 'malformed', says: 'no complete JSON' },
  { title: 'an object without value', fault: { kind: 'body', body: '{}' }, code: 'malformed', says: 'is no list' },
  {
    title: 'a value that is no array',
    fault: { kind: 'body', body: '{"value":{}}' },
    code: 'malformed',
    says: 'is no list',
  },
  { title: 'null', fault: { kind: 'body', body: 'null' }, code: 'malformed', says: 'is no list' },
  { title: 'a broken connection', fault: { kind: 'reset' }, code: 'unavailable', says: 'could not be reached' },
]

test.for(faults)('$title on users is a gap, and the rest is read', async ({ fault, code, says }) => {
  await using fake = await startTenant(twoApps, { fault: onListings(['users'], fault) })
  const reading = await readTenant(fake)
  expect(reading.gaps.map((gap) => [gap.subject, gap.code])).toEqual([['users', code]])
  expect(reading.gaps[0]?.reason).toContain(says)
  expect(ofKind(reading, 'grant').length).toBe(2)
  expect(ofKind(reading, 'assignment').length).toBe(2)
})

test('the same answers as errors are asked once: the SDK retries nothing by itself', async () => {
  await using fake = await startTenant(twoApps, { fault: onListings(['users'], { kind: 'status', status: 503 }) })
  const context = readContext()
  await readTenant(fake, {}, context)
  expect(fake.requests.filter(({ resource }) => resource === 'users').length).toBe(1)
  expect(context.meter).toEqual({ requests: fake.requests.length, retries: 0, waitedSeconds: 0 })
})
