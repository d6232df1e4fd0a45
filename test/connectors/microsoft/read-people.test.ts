import { expect, test } from 'vitest'
import { ana, assignment, bo, consent, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'

test('people carry every address the directory knows, and their status', async () => {
  await using fake = await startTenant({
    users: [
      {
        ...ana,
        mail: 'Ana.Lopez@acme.example',
        proxyAddresses: ['SMTP:ana.lopez@acme.example', 'smtp:al@acme.example', 'X500:/o=acme', 'sip:ana@acme.example'],
        otherMails: ['ana@home.example', 'ana.and.jo@gmail.com'],
        department: 'Marketing',
        employeeOrgData: { costCenter: 'CC-7' },
      },
      bo,
      {
        id: 'u-guest',
        userPrincipalName: 'cy_b_partner.example#EXT#@acme.onmicrosoft.com',
        mail: null,
        displayName: null,
      },
    ],
  })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person')).toEqual([
    {
      kind: 'person',
      key: 'user:u-ana',
      source: 'microsoft',
      email: 'ana.lopez@acme.example',
      aliases: ['al@acme.example', 'ana@acme.example', 'ana@home.example'],
      sourceId: 'u-ana',
      name: 'Ana',
      status: 'active',
      department: 'Marketing',
      costCentre: 'CC-7',
    },
    expect.objectContaining({ email: 'bo@acme.example', aliases: [], status: 'suspended' }),
    expect.objectContaining({
      email: 'cy_b@partner.example',
      aliases: ['cy_b_partner.example#ext#@acme.onmicrosoft.com'],
      name: null,
      status: 'unknown',
    }),
  ])
})

test('whoever a complete directory does not list is kept as deleted, once, and never makes a grant tenant-wide', async () => {
  await using fake = await startTenant({
    users: [ana],
    servicePrincipals: [thirdParty('sp-1')],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', 'U-Gone', 'Mail.Read'), consent('g-2', 'sp-1', 'u-gone', 'openid')],
    appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'User', 'u-gone')] },
  })
  const reading = await readTenant(fake)
  expect(
    ofKind(reading, 'person')
      .filter(({ status }) => status === 'deleted')
      .map(({ key, email }) => ({ key, email })),
  ).toEqual([{ key: 'stand-in:u-gone', email: 'u-gone' }])
  expect(ofKind(reading, 'grant').map(({ person, tenantWide }) => [person, tenantWide])).toEqual([
    ['u-gone', false],
    ['u-gone', false],
  ])
  expect(ofKind(reading, 'assignment').map(({ person }) => person)).toEqual(['u-gone'])
})

test('a name of megabytes is cut to what Graph allows', async () => {
  await using fake = await startTenant({
    users: [{ ...ana, displayName: 'A'.repeat(5_000_000) }],
    servicePrincipals: [thirdParty('sp-1', { displayName: 'B'.repeat(5_000_000), preferredSingleSignOnMode: 'saml' })],
  })
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').map(({ name }) => name)).toEqual(['A'.repeat(256)])
  expect(ofKind(reading, 'sso-app').map(({ app }) => app.name)).toEqual(['B'.repeat(256)])
})
