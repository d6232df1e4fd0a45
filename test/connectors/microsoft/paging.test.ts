import { expect, test } from 'vitest'
import type { Fault, FakeRequest } from '#test/support/fake-graph.ts'
import {
  ana,
  assignment,
  bo,
  consent,
  graphApp,
  ofKind,
  readTenant,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

const people = Array.from({ length: 7 }, (_, index) => ({
  ...ana,
  id: `u-${index}`,
  mail: `p${index}@acme.example`,
  userPrincipalName: `p${index}@acme.example`,
}))
const addresses = people.map(({ mail }) => mail)

function on(resource: string, count: number, fault: Fault) {
  return (request: FakeRequest) => (request.resource === resource && request.count === count ? fault : null)
}

test.for([
  { title: 'several pages', pageSize: 2 },
  { title: 'a last page that is exactly full', pageSize: 7 },
  { title: 'one row a page', pageSize: 1 },
])('every row arrives over $title', async ({ pageSize }) => {
  await using fake = await startTenant({ users: people }, { pageSize })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').map(({ email }) => email)).toEqual(addresses)
})

test('pages larger than the batches that are handed on lose nothing', async () => {
  const many = Array.from({ length: 2500 }, (_, index) => ({
    ...ana,
    id: `u-${index}`,
    mail: `p${index}@acme.example`,
  }))
  await using fake = await startTenant(
    { users: many },
    {
      fault: ({ resource }) => (resource === 'users' ? { kind: 'body', body: JSON.stringify({ value: many }) } : null),
    },
  )
  expect(ofKind(await readTenant(fake), 'person').length).toBe(2500)
})

test('an empty page with a next link is no end', async () => {
  await using fake = await startTenant(
    { users: people },
    { pageSize: 4, fault: on('users', 1, { kind: 'empty', offset: 0 }) },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(7)
})

test('a next link of null is an end', async () => {
  await using fake = await startTenant(
    {},
    { fault: on('users', 1, { kind: 'body', body: JSON.stringify({ value: [ana], '@odata.nextLink': null }) }) },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(1)
})

test.for(['/gateway/graph', '/gateway/graph/', '/v1.0'])(
  'next links are followed below a root that ends in %s',
  async (path) => {
    const served = path === '/v1.0' ? '' : '/gateway/graph'
    await using fake = await startTenant({ users: people }, { pageSize: 3, path: served })
    const reading = await readTenant(fake, { graphRoot: `${fake.authority}${path}` })
    expect(reading.gaps).toEqual([])
    expect(ofKind(reading, 'person').length).toBe(7)
  },
)

test('links to the public Graph host, as a gateway passes them on, are read from the configured root', async () => {
  await using fake = await startTenant(
    { users: people },
    { pageSize: 3, path: '/graph', linkBase: 'https://graph.microsoft.com' },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(7)
})

test('a relative next link is followed', async () => {
  await using fake = await startTenant(
    { users: people },
    { pageSize: 4, fault: on('users', 1, { kind: 'next', link: '/v1.0/users?$skiptoken=4' }) },
  )
  expect(ofKind(await readTenant(fake), 'person').length).toBe(7)
})

test('the whole next link is asked for, also what the SDK would lose', async () => {
  await using fake = await startTenant(
    { users: people },
    { pageSize: 4, fault: on('users', 1, { kind: 'next', link: '/v1.0/users?$skiptoken=4&a=1&a=2%2B%26' }) },
  )
  await readTenant(fake)
  const second = fake.requests.find(({ resource, count }) => resource === 'users' && count === 2)
  expect(second?.query.getAll('a')).toEqual(['1', '2+&'])
})

test.for([
  'https://graph.evil.example/v1.0/users?$skiptoken=4',
  'http://127.0.0.1:1/v1.0/users?$skiptoken=4',
  'https://graph.microsoft.com.evil.example/v1.0/users',
  'http://graph.microsoft.com/v1.0/users',
  'https://',
])('a next link to %s is refused, and what was read is kept', async (link) => {
  await using fake = await startTenant(
    {
      users: people,
      servicePrincipals: [thirdParty('sp-1')],
      oauth2PermissionGrants: [consent('g', 'sp-1', null, 'openid')],
    },
    { pageSize: 4, fault: on('users', 1, { kind: 'next', link }) },
  )
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').length).toBe(4)
  expect(ofKind(reading, 'grant').length).toBe(1)
  expect(reading.gaps).toEqual([
    expect.objectContaining({
      subject: 'users',
      code: 'malformed',
      reason: expect.stringContaining('was not followed'),
    }),
  ])
})

test('a next link that comes again ends the listing', async () => {
  const link = '/v1.0/users?$skiptoken=2'
  await using fake = await startTenant(
    { users: people },
    { pageSize: 2, fault: ({ resource }) => (resource === 'users' ? { kind: 'next', link } : null) },
  )
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').length).toBe(4)
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([['users', 'malformed']])
  expect(fake.requests.filter(({ resource }) => resource === 'users').length).toBe(2)
})

test('rows that come twice across pages count once', async () => {
  const grants = [consent('g-1', 'sp-1', 'u-ana', 'openid'), consent('g-2', 'sp-1', 'u-bo', 'openid')]
  const assignments = [assignment('a-1', 'User', 'u-ana'), assignment('a-2', 'User', 'u-bo')]
  await using fake = await startTenant(
    {
      users: [ana, bo, ana],
      servicePrincipals: [
        thirdParty('sp-1', { preferredSingleSignOnMode: 'saml' }),
        graphApp,
        thirdParty('sp-1', { preferredSingleSignOnMode: 'saml' }),
      ],
      oauth2PermissionGrants: [...grants, ...grants],
      appRoleAssignedTo: { 'sp-1': [...assignments, ...assignments] },
    },
    { pageSize: 2 },
  )
  const { observations } = await readTenant(fake)
  expect(observations.map(({ key }) => key)).toEqual([
    'user:u-ana',
    'user:u-bo',
    'app:sp-1',
    'consent:g-1',
    'consent:g-2',
    'assignment:sp-1/a-1',
    'assignment:sp-1/a-2',
  ])
})

test('a property that this Graph does not know is left out of the question', async () => {
  await using fake = await startTenant(
    { users: [ana], servicePrincipals: [thirdParty('sp-1', { preferredSingleSignOnMode: 'oidc' })] },
    { unknownProperties: ['publisherName', 'employeeOrgData'] },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(reading.observations.map(({ kind }) => kind)).toEqual(['person', 'sso-app'])
})

test('a broken record is listed and the rest is read', async () => {
  await using fake = await startTenant({
    users: [ana, { id: 'u-x' }, { mail: 'nobody@acme.example' }, 'text', null],
    servicePrincipals: [thirdParty('sp-1', { displayName: undefined }), { id: 'sp-2', displayName: 'No app id' }],
    oauth2PermissionGrants: [
      consent('g-1', 'sp-1', 'u-ana', 'openid'),
      { ...consent('g-2', 'sp-1', null, 'openid'), consentType: 'Principal' },
      { ...consent('g-3', 'sp-1', null, 'openid'), consentType: 'Everything' },
      consent('g-4', 'sp-unheard-of', null, 'openid'),
    ],
    appRoleAssignedTo: {
      'sp-1': [
        { ...assignment('a-1', 'User', 'u-ana'), principalType: 'Robot' },
        assignment('a-2', 'ServicePrincipal', 'sp-unheard-of'),
      ],
    },
  })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'grant').map(({ key, app }) => [key, app.name])).toEqual([['consent:g-1', null]])
  expect(reading.rejected.map(({ subject }) => subject)).toEqual([
    'users u-x',
    'users (without id)',
    'users (without id)',
    'users (without id)',
    'servicePrincipals sp-2',
    'oauth2PermissionGrants g-2',
    'oauth2PermissionGrants g-3',
    'oauth2PermissionGrants g-4',
    'appRoleAssignedTo of APP-sp-1 a-1',
    'appRoleAssignedTo of APP-sp-1 a-2',
  ])
  expect(reading.rejected[0]?.reason).toBe('has neither mail nor userPrincipalName')
})

test('nobody is called deleted while the directory holds records that could not be read', async () => {
  await using fake = await startTenant({
    users: [ana, { id: 'u-x' }],
    servicePrincipals: [thirdParty('sp-1')],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', 'u-x', 'openid'), consent('g-2', 'sp-1', 'u-y', 'openid')],
  })
  const statuses = ofKind(await readTenant(fake), 'person').map(({ email, status }) => [email, status])
  expect(statuses).toEqual([
    ['ana@acme.example', 'active'],
    ['u-x', 'unknown'],
    ['u-y', 'deleted'],
  ])
})
