import { expect, test } from 'vitest'
import { ana, assignment, graphApp, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'

test('assignments name people by e-mail and groups by name, and application permissions by their value', async () => {
  await using fake = await startTenant({
    users: [ana],
    servicePrincipals: [graphApp, thirdParty('sp-1')],
    appRoleAssignedTo: {
      'sp-1': [
        assignment('a-1', 'User', 'u-ana'),
        assignment('a-2', 'Group', 'g-sales', { principalDisplayName: 'Sales' }),
      ],
      'sp-graph': [
        assignment('a-3', 'ServicePrincipal', 'sp-1', { appRoleId: 'role-mail' }),
        assignment('a-4', 'ServicePrincipal', 'sp-1', { appRoleId: 'role-unheard-of' }),
        assignment('a-5', 'User', 'u-ana'),
      ],
    },
  })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'assignment').map(({ app, person, group }) => [app.name, person, group])).toEqual([
    ['App sp-1', 'ana@acme.example', null],
    ['App sp-1', null, 'Sales'],
  ])
  const grants = ofKind(reading, 'grant').map(({ app, access, person, scopes, tenantWide }) => ({
    name: app.name,
    access,
    person,
    scopes,
    tenantWide,
  }))
  const application = { name: 'App sp-1', access: 'application', person: null, tenantWide: true }
  expect(grants).toEqual([
    { ...application, scopes: ['Mail.Read'] },
    { ...application, scopes: ['app-role:role-unheard-of'] },
  ])
})

test('platform services are asked for assignments only where they expose permissions', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      graphApp,
      { ...graphApp, id: 'sp-none', appId: 'none', appRoles: [] },
      { ...graphApp, id: 'sp-unsaid', appId: 'unsaid', appRoles: undefined },
    ],
  })
  await readTenant(fake)
  const asked = fake.requests.map(({ resource }) => resource).filter((resource) => resource.includes('/'))
  expect(asked.toSorted()).toEqual([
    'servicePrincipals/sp-graph/appRoleAssignedTo',
    'servicePrincipals/sp-unsaid/appRoleAssignedTo',
  ])
})

test('at most four listings are open at once, and their rows come in the order of the apps', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `sp-${index}`)
  await using fake = await startTenant(
    {
      users: [ana],
      servicePrincipals: ids.map((id) => thirdParty(id)),
      appRoleAssignedTo: Object.fromEntries(ids.map((id) => [id, [assignment(`a-${id}`, 'User', 'u-ana')]])),
    },
    { delayMs: 10 },
  )
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'assignment').map(({ app }) => app.name)).toEqual(ids.map((id) => `App ${id}`))
  expect(fake.mostAtOnce()).toBe(4)
})
