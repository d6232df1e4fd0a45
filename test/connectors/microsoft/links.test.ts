import { expect, test } from 'vitest'
import { onPage } from '#test/support/graph-faults.ts'
import { ana, consent, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'
import { sevenPeople } from '#test/support/seven-people.ts'

test('a next link of null is an end', async () => {
  await using fake = await startTenant(
    {},
    { fault: onPage('users', 1, { kind: 'body', body: JSON.stringify({ value: [ana], '@odata.nextLink': null }) }) },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(1)
})

test.for(['/gateway/graph', '/gateway/graph/', '/v1.0'])(
  'next links are followed below a root that ends in %s',
  async (path) => {
    const served = path === '/v1.0' ? '' : '/gateway/graph'
    await using fake = await startTenant({ users: sevenPeople }, { pageSize: 3, path: served })
    const reading = await readTenant(fake, { graphRoot: `${fake.authority}${path}` })
    expect(reading.gaps).toEqual([])
    expect(ofKind(reading, 'person').length).toBe(7)
  },
)

test('links to the public Graph host, as a gateway passes them on, are read from the configured root', async () => {
  await using fake = await startTenant(
    { users: sevenPeople },
    { pageSize: 3, path: '/graph', linkBase: 'https://graph.microsoft.com' },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(7)
})

test('a relative next link is followed', async () => {
  await using fake = await startTenant(
    { users: sevenPeople },
    { pageSize: 4, fault: onPage('users', 1, { kind: 'next', link: '/v1.0/users?$skiptoken=4' }) },
  )
  expect(ofKind(await readTenant(fake), 'person').length).toBe(7)
})

test('the whole next link is asked for, also what the SDK would lose', async () => {
  await using fake = await startTenant(
    { users: sevenPeople },
    { pageSize: 4, fault: onPage('users', 1, { kind: 'next', link: '/v1.0/users?$skiptoken=4&a=1&a=2%2B%26' }) },
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
      users: sevenPeople,
      servicePrincipals: [thirdParty('sp-1')],
      oauth2PermissionGrants: [consent('g', 'sp-1', null, 'openid')],
    },
    { pageSize: 4, fault: onPage('users', 1, { kind: 'next', link }) },
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
    { users: sevenPeople },
    { pageSize: 2, fault: ({ resource }) => (resource === 'users' ? { kind: 'next', link } : null) },
  )
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').length).toBe(4)
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([['users', 'malformed']])
  expect(fake.requests.filter(({ resource }) => resource === 'users').length).toBe(2)
})
