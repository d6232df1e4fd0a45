import { expect, test } from 'vitest'
import { readAppList, sniffAppList } from '#connectors/app-list/index.ts'
import type { Rejected } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import { inputFile } from '#test/support/input-file.ts'

async function read(content: string | Uint8Array): Promise<(Observation | Rejected)[]> {
  const file = inputFile(content)
  const sniffed = await sniffAppList(file)
  expect(sniffed.refused).toBeNull()
  return Array.fromAsync(readAppList(file, sniffed))
}

async function apps(content: string | Uint8Array) {
  const all = await read(content)
  return all.flatMap((found) => (found.kind === 'sso-app' ? [found] : []))
}

const SLACK_CLIENT = '19570130570-0hjt7rvhm4vg4b7c4nfp0ur1a2b3c4d5.apps.googleusercontent.com'
const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
const OBJECT = '99999999-4b5a-6978-8796-a5b4c3d2e1f0'

test('an Okta export keeps label, catalogue name, id, status and count', async () => {
  const found = await apps(
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
  const found = await apps(
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

test('the assignment, not the person, ends it: a suspended person keeps what was assigned', async () => {
  const all = await read(
    'user_login,user_status,app_label,app_account_status\n' +
      'ana@acme.example,SUSPENDED,Miro,ACTIVE\n' +
      'bo@acme.example,ACTIVE,Miro,DEPROVISIONED\n',
  )
  const people = all.flatMap((found) => (found.kind === 'assignment' ? [found.person] : []))
  expect(people).toEqual(['ana@acme.example'])
  const held = await read('User Status,Login,Application\nSUSPENDED,ana@acme.example,Miro\n')
  expect(held.filter(({ kind }) => kind === 'assignment')).toHaveLength(1)
})

test('a Google list of web apps says who may use them', async () => {
  const found = await apps(
    'App name,Platform,Authentication,User access,Details\n' +
      'Salesforce,Web,SAML,ON for everyone,Certificate expires in 2027\n' +
      'Dropbox,Web,SAML,OFF for everyone,\nAsana,Web,SAML,ON for 3 groups,\n',
  )
  expect(found.map(({ app, enabled }) => [app.name, enabled])).toEqual([
    ['Salesforce', true],
    ['Dropbox', false],
    ['Asana', true],
  ])
})

test('a column of groups may name several, and the address of the sign-in service names no app', async () => {
  const all = await read(
    'Display Label,Name,SSO URL,Groups\nGitHub,github,https://sso.jumpcloud.com/saml2/github,"Developers, Ops"\n',
  )
  expect(all).toMatchObject([
    { kind: 'sso-app', app: { name: 'GitHub', domains: [] } },
    { kind: 'assignment', group: 'Developers' },
    { kind: 'assignment', group: 'Ops' },
  ])
})

test('an Entra export is known by its application id; the object id names no app', async () => {
  const [miro] = await apps(
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
  const [own] = await apps(
    'Name,Object ID,Application ID,Homepage URL,Application type\n' +
      `Graph Explorer,${OBJECT},${GUID},https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=x,Microsoft Applications\n`,
  )
  expect(own?.app).toMatchObject({ domains: [], owner: 'platform', identifiers: [{ kind: 'entra-app', value: GUID }] })
})

test('a Google export gives client and project, verification and blocked access', async () => {
  const found = await apps(
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
  const found = await apps('Tool;Website\nAsana;https://app.asana.com/0/home\nMystery;\n')
  expect(found.map(({ app }) => app.identifiers)).toEqual([
    [{ kind: 'domain', value: 'asana.com' }],
    [{ kind: 'name', value: 'Mystery' }],
  ])
})

test('a domain that two apps of the list share identifies neither', async () => {
  const found = await apps(
    'App,URL\nJira,https://www.atlassian.com/jira\nConfluence,https://www.atlassian.com/confluence\n',
  )
  expect(found.map(({ app }) => [app.identifiers, app.domains])).toEqual([
    [[{ kind: 'name', value: 'Jira' }], ['atlassian.com']],
    [[{ kind: 'name', value: 'Confluence' }], ['atlassian.com']],
  ])
})

test('a SAML entity id is hard evidence', async () => {
  const [slack] = await apps('Application,Identifier URI (Entity ID)\nSlack,https://slack.com\n')
  expect(slack?.app.identifiers).toEqual([
    { kind: 'saml-entity', value: 'https://slack.com' },
    { kind: 'domain', value: 'slack.com' },
  ])
})

test('an assignment report gives each app once and a person’s assignment once', async () => {
  const found = await read(
    'User Login,First Name,Last Name,Application,Application Username,Status\n' +
      'Ana.Lopez@acme.example,Ana,Lopez,Slack,ana,Active\n' +
      'ana.lopez@acme.example,Ana,Lopez,slack,ana,Active\n' +
      'bo@acme.example,Bo,Berg,Slack,bo,Deprovisioned\n' +
      'bo@acme.example,Bo,Berg,Zoom,bo,Active\n',
  )
  expect(found.map((each) => ('key' in each ? each.key : each))).toEqual([
    'sso-app:name:Slack',
    'sso-app:name:Zoom',
    'assignment:name:Slack:person:ana.lopez@acme.example',
    'assignment:name:Zoom:person:bo@acme.example',
  ])
  expect(
    found.filter((each) => each.kind === 'sso-app').map(({ enabled, assignedCount }) => [enabled, assignedCount]),
  ).toEqual([
    [true, null],
    [true, null],
  ])
})

test('groups, and people listed in one cell, are assignments too', async () => {
  const groups = await read('App,Group\nSlack,Marketing\nSlack,Sales\n')
  expect(groups.filter((each) => each.kind === 'assignment').map(({ person, group }) => [person, group])).toEqual([
    [null, 'Marketing'],
    [null, 'Sales'],
  ])
  const people = await read('App,Users\nSlack,ana@acme.example; bo@acme.example\n')
  expect(people.filter((each) => each.kind === 'assignment').map(({ person }) => person)).toEqual([
    'ana@acme.example',
    'bo@acme.example',
  ])
})

test('bad rows are rejected with their line, and the rest is read', async () => {
  const found = await read(
    'App,Users,Type\nSlack,many,Web\n,5,Web\nNotion, Labs,3,Web\nKey Vault,1,ManagedIdentity\nTotal,9,\n"Zoom,2,Web\nAsana,-,Web\n',
  )
  expect(
    found.filter((each) => each.kind === 'rejected').map(({ subject, reason }) => `${subject}: ${reason}`),
  ).toEqual([
    'line 2: “many” is no number of users; the app was kept without one',
    'line 3: has neither the name nor the id of an app',
    'line 4: has 4 cells where the header has 3; put cells that contain the delimiter in quotes',
    'line 5: is a managed identity, which is no app',
    'line 6: is a total, not an app',
    'line 7: a quote opens in this line and never closes',
  ])
  expect(
    found.filter((each) => each.kind === 'sso-app').map(({ app, assignedCount }) => [app.name, assignedCount]),
  ).toEqual([
    ['Slack', null],
    ['Asana', null],
  ])
})

test('one app in several rows is one, whatever the order of the rows', async () => {
  const header = 'App name,ID,Users,Access'
  const rows = [
    `slack,${SLACK_CLIENT},12,Blocked`,
    `Slack,${SLACK_CLIENT},40,Trusted`,
    `Slack,${SLACK_CLIENT},,Trusted`,
  ]
  const forward = await apps([header, ...rows].join('\n'))
  const backward = await apps([header, ...rows.toReversed()].join('\n'))
  expect(forward).toEqual(backward)
  expect(forward).toHaveLength(1)
  expect(forward[0]).toMatchObject({ enabled: true, assignedCount: 40, app: { name: 'Slack' } })
})

test.for([
  ['UTF-16', Buffer.from('\uFEFFApplication\tUsers\r\nBüro\t2\r\n', 'utf16le')],
  ['Windows-1252 with semicolons', Buffer.from('Application;Users\r\nBüro;2\r\n', 'latin1')],
  [
    'a byte order mark and title lines',
    Buffer.from('\uFEFFApp report\n\nGenerated 2026-01-02\n Users ,APPLICATION\n2,Büro\n'),
  ],
] as const)('%s is read', async ([, bytes]) => {
  const [app] = await apps(bytes)
  expect([app?.app.name, app?.assignedCount]).toEqual(['Büro', 2])
})

test('a header that an export repeats between pages is no row', async () => {
  expect(await apps('App,Users\nSlack,1\nApp,Users\nZoom,1\n')).toHaveLength(2)
})
