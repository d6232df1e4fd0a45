import { expect, test } from 'vitest'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import { createReplayFetch } from '#provider/replay.ts'
import {
  NON_GALLERY,
  PLATFORM,
  TENANT,
  VENDOR,
  ana,
  assignment,
  bo,
  consent,
  graphApp,
  ofKind,
  readContext,
  readTenant,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

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

test('an app tells its publisher, its owner and the domains that say who made it', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      thirdParty('sp-1', {
        displayName: 'Slack',
        tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
        publisherName: 'Somebody',
        verifiedPublisher: { displayName: 'Slack Technologies', verifiedPublisherId: '1' },
        homepage: 'https://account.activedirectory.windowsazure.com:444/applications/default.aspx',
        loginUrl: 'https://app.slack.com/sso',
        replyUrls: [
          'https://slack.com/auth',
          'http://localhost:3000/cb',
          'https://login.microsoftonline.com/x',
          'https://slack-demo.azurewebsites.net',
          'https://token.botframework.com/redirect',
          'msauth.slack://auth',
          'https://192.0.2.1/cb',
        ],
      }),
    ],
  })
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'sso-app')).toEqual([
    {
      kind: 'sso-app',
      key: 'app:sp-1',
      source: 'microsoft',
      enabled: true,
      assignedCount: null,
      app: {
        identifiers: [{ kind: 'entra-app', value: 'app-sp-1' }],
        name: 'Slack',
        publisher: 'Slack Technologies',
        publisherVerified: true,
        domains: ['slack.com'],
        ownerTenant: VENDOR,
        owner: 'third-party',
      },
    },
  ])
})

test('a SAML app is known by its entity, but not by the placeholder that Entra gives to all', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      thirdParty('sp-1', {
        preferredSingleSignOnMode: 'saml',
        servicePrincipalNames: [
          'APP-sp-1',
          'https://sso.figma.com/saml',
          'urn:amazon:webservices',
          'https://*.figma.com',
          'http://adapplicationregistry.onmicrosoft.com/customappsso/primary',
        ],
      }),
    ],
  })
  const [app] = ofKind(await readTenant(fake), 'sso-app')
  expect(app?.app.identifiers).toEqual([
    { kind: 'entra-app', value: 'app-sp-1' },
    { kind: 'saml-entity', value: 'https://sso.figma.com/saml' },
    { kind: 'saml-entity', value: 'urn:amazon:webservices' },
  ])
})

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

test('platform apps, managed identities and plain registrations are not listed by themselves', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      graphApp,
      { ...graphApp, id: 'sp-teams', appId: 'teams', tags: ['WindowsAzureActiveDirectoryIntegratedApp'] },
      thirdParty('sp-own', { appOwnerOrganizationId: TENANT, tags: ['WindowsAzureActiveDirectoryIntegratedApp'] }),
      thirdParty('sp-plain'),
      thirdParty('sp-identity', { servicePrincipalType: 'ManagedIdentity', preferredSingleSignOnMode: 'saml' }),
    ],
    appRoleAssignedTo: {
      'sp-graph': [assignment('a-1', 'ServicePrincipal', 'sp-identity', { appRoleId: 'role-mail' })],
    },
  })
  const reading = await readTenant(fake)
  expect(reading).toEqual({ observations: [], gaps: [], rejected: [] })
  expect(fake.requests.some(({ resource }) => resource.includes('sp-identity'))).toBe(false)
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

test('a name of megabytes is cut to what Graph allows', async () => {
  await using fake = await startTenant({
    users: [{ ...ana, displayName: 'A'.repeat(5_000_000) }],
    servicePrincipals: [thirdParty('sp-1', { displayName: 'B'.repeat(5_000_000), preferredSingleSignOnMode: 'saml' })],
  })
  const reading = await readTenant(fake)
  expect(ofKind(reading, 'person').map(({ name }) => name)).toEqual(['A'.repeat(256)])
  expect(ofKind(reading, 'sso-app').map(({ app }) => app.name)).toEqual(['B'.repeat(256)])
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
