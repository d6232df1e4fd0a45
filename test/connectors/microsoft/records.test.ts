import { expect, test } from 'vitest'
import { ana, assignment, consent, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'

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
