import { expect, test } from 'vitest'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import { ana, readContext, settingsFor, startTenant } from '#test/support/microsoft.ts'
import { selfSigned } from '#test/support/self-signed.ts'

test('each permission is had, missing, or more than needed', async () => {
  await using fake = await startTenant(
    { users: [ana] },
    {
      roles: ['Application.Read.All', 'User.Read.All', 'Directory.ReadWrite.All', 'AuditLog.Read.All'],
      fault: ({ resource }) => {
        if (resource === 'oauth2PermissionGrants')
          return { kind: 'status', status: 403, code: 'Authorization_RequestDenied' }
        return resource === 'servicePrincipals' ? { kind: 'status', status: 503 } : null
      },
    },
  )
  const permissions = await createMicrosoftConnector(settingsFor(fake)).probe(readContext())
  expect(permissions.map(({ name, state }) => [name, state])).toEqual([
    ['User.Read.All', 'have'],
    ['Application.Read.All', 'unknown'],
    ['Directory.Read.All', 'missing'],
    ['AuditLog.Read.All', 'more-than-needed'],
    ['Directory.ReadWrite.All', 'more-than-needed'],
  ])
  expect(permissions.at(-1)?.detail).toBe(
    'can change the tenant, and Daylight only reads; remove it from the application today',
  )
  expect(permissions.at(-2)?.detail).toBe('Daylight reads nothing with it; remove it from the application')
  expect(fake.requests.map(({ query }) => query.get('$top'))).toEqual([null, '1', '1', '1'])
})

test('a sign-in that fails is the one thing to mend', async () => {
  await using fake = await startTenant({})
  const connector = createMicrosoftConnector(settingsFor(fake, { credential: { kind: 'secret', secret: 'wrong' } }))
  const permissions = await connector.probe(readContext())
  expect(permissions).toEqual([{ name: 'sign-in', state: 'missing', detail: expect.stringContaining('AADSTS7000215') }])
})

test.for([
  { notAfter: '2027-01-01', state: 'have', detail: 'valid until 2027-01-01' },
  { notAfter: '2026-03-20', state: 'have', detail: 'expires on 2026-03-20; upload its successor now' },
  {
    notAfter: '2026-02-20',
    state: 'missing',
    detail: 'expired on 2026-02-20; upload a new one under Certificates & secrets',
  },
])('on 1 March 2026, a certificate until $notAfter is $state', async ({ notAfter, state, detail }) => {
  const { certificate, key, publicKey } = selfSigned({ notAfter: new Date(notAfter) })
  await using fake = await startTenant({}, { publicKey })
  const connector = createMicrosoftConnector(
    settingsFor(fake, { credential: { kind: 'certificate', pem: certificate + key } }),
  )
  const [permission] = await connector.probe(readContext())
  expect(permission).toEqual({ name: 'client certificate', state, detail })
})
