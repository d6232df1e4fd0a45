import { describe, expect, test } from 'vitest'
import google from '#rules/scopes/google.json' with { type: 'json' }
import { createScopeTable } from '#rules/scopes/index.ts'
import microsoft from '#rules/scopes/microsoft.json' with { type: 'json' }
import okta from '#rules/scopes/okta.json' with { type: 'json' }

const table = createScopeTable()
const AUTH = 'https://www.googleapis.com/auth/'

describe('Google', () => {
  test.for([
    ['https://mail.google.com/', 'critical', true],
    [`${AUTH}gmail.readonly`, 'high', false],
    [`${AUTH}gmail.labels`, 'low', true],
    [`${AUTH}drive`, 'high', true],
    [`${AUTH}drive.readonly`, 'high', false],
    [`${AUTH}drive.file`, 'low', true],
    [`${AUTH}drive.metadata.readonly`, 'medium', false],
    [`${AUTH}calendar.readonly`, 'medium', false],
    [`${AUTH}admin.directory.user`, 'critical', true],
    [`${AUTH}admin.directory.user.readonly`, 'high', false],
    [`${AUTH}admin.directory.user.security`, 'critical', true],
    [`${AUTH}userinfo.email`, 'low', false],
    ['openid', 'low', false],
  ] as const)('%s is %s', ([scope, risk, writes]) => {
    expect(table.lookup('google', scope, 'delegated')).toMatchObject({ scope, risk, writes })
  })

  test.for([
    `${AUTH}drive.something`,
    `${AUTH}drivefile`,
    `${AUTH}gmail.readonly.extra`,
    'https://www.googleapis.com.example/auth/gmail.readonly',
    'http://www.googleapis.com/auth/gmail.readonly',
    'https://notes.example/auth/drive',
    'https://mail.google.com.example/',
    'gmail',
    '',
  ])('%s resembles a dangerous scope and is not it', (scope) => {
    expect(table.lookup('google', scope, 'delegated')).toMatchObject({ scope, risk: 'medium' })
  })

  test('an administrator scope that the table does not list is read from its name', () => {
    expect(table.lookup('google', `${AUTH}admin.directory.newthing`, 'delegated')).toEqual({
      scope: `${AUTH}admin.directory.newthing`,
      risk: 'critical',
      means: "change the company's account as an administrator (admin.directory.newthing; worked out from the name)",
      data: ['directory'],
      writes: true,
    })
    expect(table.lookup('google', `${AUTH}admin.directory.newthing.readonly`, 'delegated').risk).toBe('high')
  })

  test('a slash at the end changes nothing', () => {
    expect(table.lookup('google', 'https://mail.google.com', 'delegated').risk).toBe('critical')
    expect(table.lookup('google', `${AUTH}drive/`, 'delegated').risk).toBe('high')
  })

  test('domain-wide delegation is worse than a consent of one person', () => {
    expect(table.lookup('google', `${AUTH}gmail.readonly`, 'application').risk).toBe('critical')
    expect(table.lookup('google', 'openid', 'application').risk).toBe('low')
  })
})

describe('Microsoft', () => {
  test.for([
    ['Mail.Read', 'high', 'critical', false],
    ['Mail.ReadBasic', 'medium', 'high', false],
    ['Files.Read.All', 'high', 'critical', false],
    ['Files.ReadWrite.AppFolder', 'low', 'low', true],
    ['Calendars.Read', 'medium', 'high', false],
    ['Directory.ReadWrite.All', 'critical', 'critical', true],
    ['Directory.Read.All', 'high', 'high', false],
    ['Sites.Selected', 'low', 'medium', true],
    ['User.Read', 'low', 'low', false],
    ['EWS.AccessAsUser.All', 'high', 'critical', true],
  ] as const)('%s is %s by consent and %s for the app itself', ([scope, delegated, application, writes]) => {
    expect(table.lookup('microsoft', scope, 'delegated')).toMatchObject({ risk: delegated, writes })
    expect(table.lookup('microsoft', scope, 'application')).toMatchObject({ risk: application, writes })
  })

  test.for([
    'https://graph.microsoft.com/Mail.Read',
    'https://outlook.office365.com/Mail.Read',
    'https://graph.microsoft.us/mail.read',
    '00000003-0000-0000-c000-000000000000/Mail.Read',
    'MAIL.READ',
  ])('%s is Mail.Read', (scope) => {
    expect(table.lookup('microsoft', scope, 'delegated')).toMatchObject({ scope, risk: 'high', means: 'read all mail' })
  })

  test.for([
    'api://0f1e2d3c-0000-4000-8000-000000000001/Mail.Read',
    'https://graph.microsoft.com.example/Mail.Read',
    'https://crm.example/Files.Read.All',
  ])('%s belongs to another service', (scope) => {
    const { risk, means } = table.lookup('microsoft', scope, 'delegated')
    expect(risk).toBe('medium')
    expect(means).toContain('of another service')
  })

  test.for([
    ['Chat.Read.WhereInstalled', 'application', 'medium', false],
    ['MailboxItem.Read', 'delegated', 'high', false],
    ['MailboxItem.Read.All', 'application', 'critical', false],
    ['Policy.ReadWrite.Authorization', 'delegated', 'critical', true],
    ['Policy.Read.ConditionalAccess', 'delegated', 'medium', false],
    ['ConsentRequest.ReadApprove.All', 'delegated', 'medium', true],
    ['Acronym.Read.All', 'delegated', 'low', false],
    ['Acronym.Read.All', 'application', 'medium', false],
  ] as const)('%s (%s) is not listed and is read from its name as %s', ([scope, access, risk, writes]) => {
    const found = table.lookup('microsoft', scope, access)
    expect(found).toMatchObject({ risk, writes })
    expect(found.means).toContain('worked out from the name')
  })

  test.for(['', 'nonsense', 'Mail..Read', '6b2f1d9e-0000-4000-8000-000000000002', '.default'])(
    'what is no permission name (%s) is medium and says so',
    (scope) => {
      const found = table.lookup('microsoft', scope, 'delegated')
      expect(found.risk).toBe('medium')
      expect(found.means).toContain('not in the table')
    },
  )
})

describe('Okta', () => {
  test.for([
    ['okta.users.read', 'high', false],
    ['okta.users.read.self', 'low', false],
    ['okta.users.manage', 'critical', true],
    ['okta.newthings.read', 'medium', false],
    ['okta.newthings.manage', 'high', true],
    ['okta.newthings.manage.self', 'medium', true],
    ['profile', 'low', false],
    ['custom.users.read', 'medium', true],
    ['okta.read', 'medium', true],
  ] as const)('%s is %s', ([scope, risk, writes]) => {
    expect(table.lookup('okta', scope, 'delegated')).toMatchObject({ scope, risk, writes })
  })
})

test('no listed scope is less when the app has it for itself than when a person consents', () => {
  const order = ['low', 'medium', 'high', 'critical']
  const rank = (
    provider: 'google' | 'microsoft' | 'okta',
    scope: string,
    access: 'delegated' | 'application',
  ): number => order.indexOf(table.lookup(provider, scope, access).risk)
  const weaker = [
    ...google.map(({ scope }) => ['google', scope] as const),
    ...microsoft.map(({ permission }) => ['microsoft', permission] as const),
    ...okta.map(({ scope }) => ['okta', scope] as const),
  ].filter(([provider, scope]) => rank(provider, scope, 'application') < rank(provider, scope, 'delegated'))
  expect(weaker).toEqual([])
})
