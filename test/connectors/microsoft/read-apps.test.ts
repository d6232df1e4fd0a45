import { expect, test } from 'vitest'
import {
  TENANT,
  VENDOR,
  assignment,
  graphApp,
  ofKind,
  readTenant,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

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
