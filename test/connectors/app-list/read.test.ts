import { expect, test } from 'vitest'
import { SLACK_CLIENT, appsOf, readList } from '#test/support/app-list.ts'

test('a Google list of web apps says who may use them', async () => {
  const found = await appsOf(
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

test('bad rows are rejected with their line, and the rest is read', async () => {
  const found = await readList(
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
  const forward = await appsOf([header, ...rows].join('\n'))
  const backward = await appsOf([header, ...rows.toReversed()].join('\n'))
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
  const [app] = await appsOf(bytes)
  expect([app?.app.name, app?.assignedCount]).toEqual(['Büro', 2])
})

test('a header that an export repeats between pages is no row', async () => {
  expect(await appsOf('App,Users\nSlack,1\nApp,Users\nZoom,1\n')).toHaveLength(2)
})
