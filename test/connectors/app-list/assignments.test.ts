import { expect, test } from 'vitest'
import { readList } from '#test/support/app-list.ts'

test('the assignment, not the person, ends it: a suspended person keeps what was assigned', async () => {
  const all = await readList(
    'user_login,user_status,app_label,app_account_status\n' +
      'ana@acme.example,SUSPENDED,Miro,ACTIVE\n' +
      'bo@acme.example,ACTIVE,Miro,DEPROVISIONED\n',
  )
  const people = all.flatMap((found) => (found.kind === 'assignment' ? [found.person] : []))
  expect(people).toEqual(['ana@acme.example'])
  const held = await readList('User Status,Login,Application\nSUSPENDED,ana@acme.example,Miro\n')
  expect(held.filter(({ kind }) => kind === 'assignment')).toHaveLength(1)
})

test('a column of groups may name several, and the address of the sign-in service names no app', async () => {
  const all = await readList(
    'Display Label,Name,SSO URL,Groups\nGitHub,github,https://sso.jumpcloud.com/saml2/github,"Developers, Ops"\n',
  )
  expect(all).toMatchObject([
    { kind: 'sso-app', app: { name: 'GitHub', domains: [] } },
    { kind: 'assignment', group: 'Developers' },
    { kind: 'assignment', group: 'Ops' },
  ])
})

test('an assignment report gives each app once and a person’s assignment once', async () => {
  const found = await readList(
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
  const groups = await readList('App,Group\nSlack,Marketing\nSlack,Sales\n')
  expect(groups.filter((each) => each.kind === 'assignment').map(({ person, group }) => [person, group])).toEqual([
    [null, 'Marketing'],
    [null, 'Sales'],
  ])
  const people = await readList('App,Users\nSlack,ana@acme.example; bo@acme.example\n')
  expect(people.filter((each) => each.kind === 'assignment').map(({ person }) => person)).toEqual([
    'ana@acme.example',
    'bo@acme.example',
  ])
})
