import { expect, test } from 'vitest'
import { ana, consent, ofKind, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'

test('a consent of a person and one for the whole tenant stay apart, and scopes are sorted and unique', async () => {
  await using fake = await startTenant({
    users: [ana],
    servicePrincipals: [thirdParty('sp-1')],
    oauth2PermissionGrants: [
      consent('g-1', 'sp-1', 'u-ana', ' openid  Mail.Read Mail.Read'),
      consent('g-2', 'sp-1', null, 'Files.Read.All'),
      consent('g-3', 'sp-1', 'u-ana', null),
    ],
  })
  const reading = await readTenant(fake)
  expect(reading.rejected).toEqual([])
  const grants = ofKind(reading, 'grant').map(({ key, person, scopes, access, tenantWide }) => ({
    key,
    person,
    scopes,
    access,
    tenantWide,
  }))
  expect(grants).toEqual([
    {
      key: 'consent:g-1',
      person: 'ana@acme.example',
      scopes: ['Mail.Read', 'openid'],
      access: 'delegated',
      tenantWide: false,
    },
    { key: 'consent:g-2', person: null, scopes: ['Files.Read.All'], access: 'delegated', tenantWide: true },
    { key: 'consent:g-3', person: 'ana@acme.example', scopes: [], access: 'delegated', tenantWide: false },
  ])
})
