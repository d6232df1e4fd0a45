import { expect, test } from 'vitest'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import { createReplayFetch } from '#provider/replay.ts'
import { TENANT, ana, bo, consent, readContext, readTenant, startTenant, thirdParty } from '#test/support/microsoft.ts'

test('progress tells the step, and for assignments how many apps are left', async () => {
  await using fake = await startTenant({
    users: [ana],
    servicePrincipals: [thirdParty('sp-1'), thirdParty('sp-2')],
    oauth2PermissionGrants: [consent('g-1', 'sp-1', null, 'openid')],
  })
  const told: string[] = []
  await readTenant(
    fake,
    {},
    readContext({ progress: ({ step, done, total }) => told.push(`${step} ${done}/${total}`) }),
  )
  expect(told).toEqual([
    'people 1/null',
    'apps 2/null',
    'grants 1/null',
    'assignments 0/2',
    'assignments 1/2',
    'assignments 2/2',
  ])
})

test('recorded responses stand in for the network, under the default roots', async () => {
  const connector = createMicrosoftConnector(
    {
      tenantId: TENANT,
      clientId: 'any',
      credential: { kind: 'secret', secret: 'any' },
      authority: 'https://login.microsoftonline.com',
      graphRoot: 'https://graph.microsoft.com',
    },
    {
      fetch: createReplayFetch([
        { method: 'POST', path: `/${TENANT}/oauth2/v2.0/token`, body: { access_token: 'recorded', expires_in: 3599 } },
        { path: '/v1.0/users', query: { $skiptoken: '2' }, body: { value: [bo] } },
        {
          path: '/v1.0/users',
          body: { value: [ana], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users?$skiptoken=2' },
        },
        { path: '/v1.0/servicePrincipals', body: { value: [thirdParty('sp-1')] } },
        { path: '/v1.0/oauth2PermissionGrants', body: { value: [consent('g-1', 'sp-1', 'u-bo', 'openid')] } },
        { path: '/v1.0/servicePrincipals/sp-1/appRoleAssignedTo', body: { value: [] } },
      ]),
    },
  )
  const parts = await Array.fromAsync(connector.read(readContext()))
  expect(parts.map((part) => part.kind)).toEqual(['person', 'person', 'grant'])
})
