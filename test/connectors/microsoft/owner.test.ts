import { expect, test } from 'vitest'
import {
  NON_GALLERY,
  PLATFORM,
  TENANT,
  VENDOR,
  ana,
  consent,
  ofKind,
  readTenant,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

function handMade(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { appOwnerOrganizationId: TENANT, applicationTemplateId: NON_GALLERY, ...row }
}

const owners = [
  { title: 'an app of another tenant is a third party’s', row: {}, owner: 'third-party' },
  {
    title: 'an app of Microsoft is platform',
    row: { appOwnerOrganizationId: PLATFORM.toUpperCase() },
    owner: 'platform',
  },
  { title: 'an app of the own tenant is in-house', row: { appOwnerOrganizationId: TENANT }, owner: 'in-house' },
  {
    title: 'a gallery app that the own tenant registered is a third party’s',
    row: { appOwnerOrganizationId: TENANT, applicationTemplateId: 'dddddddd-0000-4000-8000-000000000001' },
    owner: 'third-party',
  },
  {
    title: 'an own set-up by hand that says nothing of anybody else is in-house',
    row: handMade({ homepage: 'https://account.activedirectory.windowsazure.com:444/applications/default.aspx' }),
    owner: 'in-house',
  },
  {
    title: 'an own set-up by hand that leads to the company’s own domain is in-house',
    row: handMade({ replyUrls: ['https://portal.acme.example/cb', 'http://localhost:3000/cb'] }),
    owner: 'in-house',
  },
  {
    title: 'an own set-up by hand that leads to somebody else’s domain is a third party’s',
    row: handMade({ replyUrls: ['https://lunches.example/cb'], applicationTemplateId: NON_GALLERY.toUpperCase() }),
    owner: 'third-party',
  },
  {
    title: 'an own set-up by hand that signs in by SAML is a third party’s',
    row: handMade({ preferredSingleSignOnMode: 'saml' }),
    owner: 'third-party',
  },
  {
    title: 'an own set-up by hand that signs in by a stored password is a third party’s',
    row: handMade({ preferredSingleSignOnMode: 'password' }),
    owner: 'third-party',
  },
  { title: 'an app without owner is left open', row: { appOwnerOrganizationId: null }, owner: null },
]
test.for(owners)('$title', async ({ row, owner }) => {
  await using fake = await startTenant({
    users: [ana],
    servicePrincipals: [thirdParty('sp-1', row)],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', null, 'openid')],
  })
  expect(ofKind(await readTenant(fake), 'grant').map(({ app }) => app.owner)).toEqual([owner])
})

test('where nobody could be listed, an address alone makes no third party of an own set-up', async () => {
  await using fake = await startTenant(
    {
      servicePrincipals: [thirdParty('sp-1', handMade({ replyUrls: ['https://portal.acme.example/cb'] }))],
      oauth2PermissionGrants: [consent('g-1', 'sp-1', null, 'openid')],
    },
    { fault: ({ resource }) => (resource === 'users' ? { kind: 'status', status: 403 } : null) },
  )
  expect(ofKind(await readTenant(fake), 'grant').map(({ app }) => app.owner)).toEqual(['in-house'])
})

test('the domain of a guest is not the company’s', async () => {
  await using fake = await startTenant({
    users: [
      ana,
      { id: 'u-guest', userPrincipalName: 'cy_lunches.example#EXT#@acme.onmicrosoft.com', mail: 'cy@lunches.example' },
    ],
    servicePrincipals: [thirdParty('sp-1', handMade({ replyUrls: ['https://lunches.example/cb'] }))],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', null, 'openid')],
  })
  expect(ofKind(await readTenant(fake), 'grant').map(({ app }) => app.owner)).toEqual(['third-party'])
})

test('the tenant that registered a template for itself is not said to have made the app', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      thirdParty('sp-1', {
        appOwnerOrganizationId: TENANT,
        applicationTemplateId: 'dddddddd-0000-4000-8000-000000000001',
      }),
      thirdParty('sp-2', { preferredSingleSignOnMode: 'saml' }),
    ],
  })
  expect(ofKind(await readTenant(fake), 'sso-app').map(({ app }) => app.ownerTenant)).toEqual([null, VENDOR])
})

test('the own tenant is recognised by the token where the settings name it by domain', async () => {
  await using fake = await startTenant(
    {
      servicePrincipals: [thirdParty('sp-1', { appOwnerOrganizationId: 'ACME.example' })],
      oauth2PermissionGrants: [consent('g-1', 'sp-1', null, 'openid')],
    },
    { tenantId: 'acme.example' },
  )
  const reading = await readTenant(fake, { tenantId: 'acme.example' })
  expect(ofKind(reading, 'grant').map(({ app }) => app.owner)).toEqual(['in-house'])
})
