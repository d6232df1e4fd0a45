import { expect, test } from 'vitest'
import type { Fault, FakeRequest } from '#test/support/fake-graph.ts'
import {
  CLIENT,
  ana,
  assignment,
  bo,
  consent,
  ofKind,
  readContext,
  readTenant,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'
import { readStatus } from '#core/coverage.ts'

const tenant = {
  users: [ana, bo],
  servicePrincipals: [thirdParty('sp-1'), thirdParty('sp-2')],
  oauth2PermissionGrants: [consent('g-1', 'sp-1', 'u-ana', 'openid'), consent('g-2', 'sp-2', null, 'openid')],
  appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'User', 'u-ana')], 'sp-2': [assignment('a-2', 'User', 'u-bo')] },
}
const DENIED: Fault = { kind: 'status', status: 403, code: 'Authorization_RequestDenied' }

function on(resources: readonly string[], fault: Fault) {
  return ({ resource }: FakeRequest) => (resources.includes(resource) ? fault : null)
}

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
  await using fake = await startTenant(tenant, { fault: on(['users'], fault) })
  const reading = await readTenant(fake)
  expect(reading.gaps.map((gap) => [gap.subject, gap.code])).toEqual([['users', code]])
  expect(reading.gaps[0]?.reason).toContain(says)
  expect(ofKind(reading, 'grant').length).toBe(2)
  expect(ofKind(reading, 'assignment').length).toBe(2)
})

test('the same answers as errors are asked once: the SDK retries nothing by itself', async () => {
  await using fake = await startTenant(tenant, { fault: on(['users'], { kind: 'status', status: 503 }) })
  const context = readContext()
  await readTenant(fake, {}, context)
  expect(fake.requests.filter(({ resource }) => resource === 'users').length).toBe(1)
  expect(context.meter).toEqual({ requests: fake.requests.length, retries: 0, waitedSeconds: 0 })
})

test('without the directory, consents keep the object id of a person of whom nothing is known', async () => {
  await using fake = await startTenant(tenant, { fault: on(['users'], DENIED) })
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').map(({ email, name, status }) => [email, name, status])).toEqual([
    ['u-ana', null, 'unknown'],
    ['u-bo', 'Name of u-bo', 'unknown'],
  ])
  expect(ofKind(reading, 'grant').map(({ person, tenantWide }) => [person, tenantWide])).toEqual([
    ['u-ana', false],
    [null, true],
  ])
  expect(readStatus(reading.observations.length, reading.gaps)).toBe('partial')
})

test('a directory that breaks off half way calls nobody deleted', async () => {
  await using fake = await startTenant(tenant, {
    pageSize: 1,
    fault: ({ resource, count }) => (resource === 'users' && count === 2 ? { kind: 'status', status: 500 } : null),
  })
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').map(({ email, status }) => [email, status])).toEqual([
    ['ana@acme.example', 'active'],
    ['u-bo', 'unknown'],
  ])
})

test('everything refused names every permission that is missing', async () => {
  await using fake = await startTenant(tenant, { fault: ({ resource }) => (resource === 'token' ? null : DENIED) })
  const reading = await readTenant(fake)
  expect(reading.observations).toEqual([])
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([
    ['users', 'denied'],
    ['servicePrincipals', 'denied'],
    ['oauth2PermissionGrants', 'denied'],
  ])
  expect(reading.gaps.map(({ reason }) => /permission (\S+)/.exec(reason)?.[1])).toEqual([
    'User.Read.All',
    'Application.Read.All',
    'Directory.Read.All',
  ])
  expect(readStatus(0, reading.gaps)).toBe('failed')
})

test('consents of apps that could not be listed are a gap, not unknown apps', async () => {
  await using fake = await startTenant(tenant, { fault: on(['servicePrincipals'], DENIED) })
  const reading = await readTenant(fake)
  expect(reading.rejected).toEqual([])
  expect(reading.observations.map(({ kind }) => kind)).toEqual(['person', 'person'])
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([
    ['servicePrincipals', 'denied'],
    ['oauth2PermissionGrants', 'unavailable'],
  ])
})

test('a tenant without apps is still asked for consents, so that a missing permission shows', async () => {
  await using fake = await startTenant({ users: [ana] }, { fault: on(['oauth2PermissionGrants'], DENIED) })
  const reading = await readTenant(fake)
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([['oauth2PermissionGrants', 'denied']])
})

test('when the listing of apps breaks off, what belongs to the others is said to be left out', async () => {
  await using fake = await startTenant(
    { ...tenant, appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'ServicePrincipal', 'sp-2')] } },
    {
      pageSize: 1,
      fault: ({ resource, count }) =>
        resource === 'servicePrincipals' && count === 2 ? { kind: 'status', status: 500 } : null,
    },
  )
  const reading = await readTenant(fake)
  expect(reading.rejected).toEqual([])
  expect(ofKind(reading, 'grant').map(({ key }) => key)).toEqual(['consent:g-1'])
  expect(reading.gaps.map(({ subject }) => subject)).toEqual([
    'servicePrincipals',
    'oauth2PermissionGrants of 1 apps',
    'application permissions of 1 apps',
  ])
})

test.for([
  {
    status: 403,
    code: 'denied',
    says: 'not allowed to read appRoleAssignedTo of App sp-1; grant the application permission Application.Read.All',
  },
  { status: 404, code: 'gone', says: 'appRoleAssignedTo of App sp-1 is not there any more' },
])('a $status for one app is a gap with its name, and the others are read', async ({ status, code, says }) => {
  await using fake = await startTenant(tenant, {
    fault: on(['servicePrincipals/sp-1/appRoleAssignedTo'], { kind: 'status', status }),
  })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([
    {
      kind: 'gap',
      source: 'microsoft',
      subject: 'appRoleAssignedTo of App sp-1',
      code,
      reason: expect.stringContaining(says),
      keyPrefixes: ['assignment:sp-1/', 'stand-in:'],
    },
  ])
  expect(ofKind(reading, 'assignment').map(({ key }) => key)).toEqual(['assignment:sp-2/a-2'])
  expect(readStatus(1, reading.gaps)).toBe(code === 'gone' ? 'complete' : 'partial')
})

test('rows that arrived before a listing broke off are kept', async () => {
  await using fake = await startTenant(
    {
      ...tenant,
      appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'User', 'u-ana'), assignment('a-2', 'User', 'u-bo')] },
    },
    {
      pageSize: 1,
      fault: ({ resource, count }) =>
        resource === 'servicePrincipals/sp-1/appRoleAssignedTo' && count === 2 ? { kind: 'reset' } : null,
    },
  )
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'assignment').map(({ key }) => key)).toEqual(['assignment:sp-1/a-1'])
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([
    ['appRoleAssignedTo of App sp-1', 'unavailable'],
  ])
})

test('an aborted reading ends with the reason it was aborted for', async () => {
  const abort = new AbortController()
  await using fake = await startTenant(tenant, {
    fault: ({ resource }) => {
      if (resource !== 'servicePrincipals') return null
      setTimeout(() => abort.abort(new Error('the scan was stopped')), 10)
      return { kind: 'hang' }
    },
  })
  await expect(readTenant(fake, {}, readContext({ signal: abort.signal }))).rejects.toThrow('the scan was stopped')
})

test('an aborted reading ends also between assignments that hang', async () => {
  const abort = new AbortController()
  await using fake = await startTenant(tenant, {
    fault: ({ resource }) => {
      if (!resource.includes('/')) return null
      setTimeout(() => abort.abort(new Error('the scan was stopped')), 10)
      return { kind: 'hang' }
    },
  })
  await expect(readTenant(fake, {}, readContext({ signal: abort.signal }))).rejects.toThrow('the scan was stopped')
})

test('whom an incomplete listing of users leaves open does not replace what an earlier read knew of that person', async () => {
  const left = {
    users: [ana],
    servicePrincipals: [thirdParty('sp-1')],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', 'u-gone', 'openid')],
  }
  const keysOf = async (fault?: Fault): Promise<readonly string[]> => {
    await using fake = await startTenant(left, {
      fault: ({ resource }) => (resource === 'users' ? (fault ?? null) : null),
    })
    return ofKind(await readTenant(fake), 'person').map(({ key }) => key)
  }
  expect(await keysOf()).toEqual(['user:u-ana', 'stand-in:u-gone'])
  expect(await keysOf({ kind: 'status', status: 503 })).toEqual(['unlisted:u-gone'])
})
