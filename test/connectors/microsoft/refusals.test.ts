import { expect, test } from 'vitest'
import { readStatus } from '#core/coverage.ts'
import type { Fault } from '#test/support/fake-graph.ts'
import { DENIED, onListings } from '#test/support/graph-faults.ts'
import { ana, assignment, consent, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'
import { twoApps } from '#test/support/two-apps.ts'

test('without the directory, consents keep the object id of a person of whom nothing is known', async () => {
  await using fake = await startTenant(twoApps, { fault: onListings(['users'], DENIED) })
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
  await using fake = await startTenant(twoApps, {
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
  await using fake = await startTenant(twoApps, { fault: ({ resource }) => (resource === 'token' ? null : DENIED) })
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
  await using fake = await startTenant(twoApps, { fault: onListings(['servicePrincipals'], DENIED) })
  const reading = await readTenant(fake)
  expect(reading.rejected).toEqual([])
  expect(reading.observations.map(({ kind }) => kind)).toEqual(['person', 'person'])
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([
    ['servicePrincipals', 'denied'],
    ['oauth2PermissionGrants', 'unavailable'],
  ])
})

test('a tenant without apps is still asked for consents, so that a missing permission shows', async () => {
  await using fake = await startTenant({ users: [ana] }, { fault: onListings(['oauth2PermissionGrants'], DENIED) })
  const reading = await readTenant(fake)
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([['oauth2PermissionGrants', 'denied']])
})

test('when the listing of apps breaks off, what belongs to the others is said to be left out', async () => {
  await using fake = await startTenant(
    { ...twoApps, appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'ServicePrincipal', 'sp-2')] } },
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
  await using fake = await startTenant(twoApps, {
    fault: onListings(['servicePrincipals/sp-1/appRoleAssignedTo'], { kind: 'status', status }),
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
      ...twoApps,
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
