import { expect, test } from 'vitest'
import { onPage } from '#test/support/graph-faults.ts'
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
import { sevenPeople } from '#test/support/seven-people.ts'

const addresses = sevenPeople.map(({ mail }) => mail)

test.for([
  { title: 'several pages', pageSize: 2 },
  { title: 'a last page that is exactly full', pageSize: 7 },
  { title: 'one row a page', pageSize: 1 },
])('every row arrives over $title', async ({ pageSize }) => {
  await using fake = await startTenant({ users: sevenPeople }, { pageSize })
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
    { users: sevenPeople },
    { pageSize: 4, fault: onPage('users', 1, { kind: 'empty', offset: 0 }) },
  )
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(7)
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
