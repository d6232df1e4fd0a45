import { expect, test } from 'vitest'
import { SLACK_CLIENT, appsOf } from '#test/support/app-list.ts'

const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
const OBJECT = '99999999-4b5a-6978-8796-a5b4c3d2e1f0'

test('an Okta export keeps label, catalogue name, id, status and count', async () => {
  const found = await appsOf(
    'Application Label,Application Name,Status,Sign On Mode,Assigned Users,App ID\n' +
      'Sales CRM,salesforce,ACTIVE,SAML_2_0,"1,204",0oa1b2c3d4E5F6g7h8i9\n' +
      'Intranet,acme_intranet_1,INACTIVE,OPENID_CONNECT,0,0oa9b2c3d4E5F6g7h8i9\n',
  )
  expect(found).toEqual([
    {
      kind: 'sso-app',
      key: 'sso-app:okta-app:0oa1b2c3d4E5F6g7h8i9',
      source: 'app-list',
      app: {
        identifiers: [
          { kind: 'okta-app', value: '0oa1b2c3d4E5F6g7h8i9' },
          { kind: 'okta-app', value: 'salesforce' },
        ],
        name: 'Sales CRM',
        publisher: null,
        publisherVerified: false,
        domains: [],
        ownerTenant: null,
        owner: null,
      },
      enabled: true,
      assignedCount: 1204,
    },
    expect.objectContaining({ key: 'sso-app:okta-app:0oa9b2c3d4E5F6g7h8i9', enabled: false, assignedCount: 0 }),
  ])
  expect(found[1]?.app.identifiers).toEqual([{ kind: 'okta-app', value: '0oa9b2c3d4E5F6g7h8i9' }])
})

test('what Okta lists of itself is platform, and its catalogue names say which product it is', async () => {
  const found = await appsOf(
    'id,name,label,status,signOnMode\n' +
      '0oa1b2c3d4E5F6g7h8i1,saasure,Okta Admin Console,ACTIVE,OPENID_CONNECT\n' +
      '0oa1b2c3d4E5F6g7h8i2,okta_enduser,Okta Dashboard,ACTIVE,OPENID_CONNECT\n' +
      '0oa1b2c3d4E5F6g7h8i3,okta_org2org,Partner,ACTIVE,SAML_2_0\n' +
      '0oa1b2c3d4E5F6g7h8i4,Slack,Slack (EU),ACTIVE,SAML_2_0\n',
  )
  expect(found.map(({ app }) => [app.name, app.owner, app.identifiers[1]])).toEqual([
    ['Okta Admin Console', 'platform', { kind: 'okta-app', value: 'saasure' }],
    ['Okta Dashboard', 'platform', { kind: 'okta-app', value: 'okta_enduser' }],
    ['Partner', null, { kind: 'okta-app', value: 'okta_org2org' }],
    ['Slack (EU)', null, { kind: 'okta-app', value: 'slack' }],
  ])
})

test('an Entra export is known by its application id; the object id names no app', async () => {
  const [miro] = await appsOf(
    'id,displayName,appId,homepage,createdDateTime,publisherName,accountEnabled,appOwnerOrganizationId\n' +
      `${OBJECT},Miro,${GUID.toUpperCase()},https://miro.com/login,2024-01-01T00:00:00Z,RealtimeBoard,True,AAAAAAAA-1111-4222-8333-444444444444\n`,
  )
  expect(miro?.app).toEqual({
    identifiers: [
      { kind: 'entra-app', value: GUID },
      { kind: 'domain', value: 'miro.com' },
    ],
    name: 'Miro',
    publisher: 'RealtimeBoard',
    publisherVerified: false,
    domains: ['miro.com'],
    ownerTenant: 'aaaaaaaa-1111-4222-8333-444444444444',
    owner: null,
  })
  expect(miro?.enabled).toBe(true)
})

test('Microsoft’s own apps are platform, and its sign-in portal is nobody’s home page', async () => {
  const [own] = await appsOf(
    'Name,Object ID,Application ID,Homepage URL,Application type\n' +
      `Graph Explorer,${OBJECT},${GUID},https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=x,Microsoft Applications\n`,
  )
  expect(own?.app).toMatchObject({ domains: [], owner: 'platform', identifiers: [{ kind: 'entra-app', value: GUID }] })
})

test('a Google export gives client and project, verification and blocked access', async () => {
  const found = await appsOf(
    'App name,Type,ID,Verified status,Users,Requested services,Access\n' +
      `Slack,Web,${SLACK_CLIENT},Verified,431,"Drive, Calendar",Trusted\n` +
      'Zapper,Android,1071234567890,Unverified,2,Gmail,Blocked\n',
  )
  expect(
    found.map(({ app, enabled, assignedCount }) => [app.identifiers, app.publisherVerified, enabled, assignedCount]),
  ).toEqual([
    [
      [
        { kind: 'google-client', value: SLACK_CLIENT },
        { kind: 'google-project', value: '19570130570' },
      ],
      true,
      true,
      431,
    ],
    [
      [
        { kind: 'google-client', value: '1071234567890' },
        { kind: 'google-project', value: '1071234567890' },
      ],
      false,
      false,
      2,
    ],
  ])
})

test('a plain list falls back on the domain, and on the name where it has nothing else', async () => {
  const found = await appsOf('Tool;Website\nAsana;https://app.asana.com/0/home\nMystery;\n')
  expect(found.map(({ app }) => app.identifiers)).toEqual([
    [{ kind: 'domain', value: 'asana.com' }],
    [{ kind: 'name', value: 'Mystery' }],
  ])
})

test('a domain that two apps of the list share identifies neither', async () => {
  const found = await appsOf(
    'App,URL\nJira,https://www.atlassian.com/jira\nConfluence,https://www.atlassian.com/confluence\n',
  )
  expect(found.map(({ app }) => [app.identifiers, app.domains])).toEqual([
    [[{ kind: 'name', value: 'Jira' }], ['atlassian.com']],
    [[{ kind: 'name', value: 'Confluence' }], ['atlassian.com']],
  ])
})

test('a SAML entity id is hard evidence', async () => {
  const [slack] = await appsOf('Application,Identifier URI (Entity ID)\nSlack,https://slack.com\n')
  expect(slack?.app.identifiers).toEqual([
    { kind: 'saml-entity', value: 'https://slack.com' },
    { kind: 'domain', value: 'slack.com' },
  ])
})
