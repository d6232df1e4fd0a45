import { expect, test } from 'vitest'
import type { AppClue } from '#core/observation.ts'
import type { Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

const matcher = createMatcher(smallCatalogue())

function app(name: string | null, clue: Partial<AppClue> = {}, via: 'oauth' | 'sso' = 'oauth'): Match {
  return matcher.match({
    kind: 'app',
    via,
    clue: {
      identifiers: [{ kind: 'google-client', value: '999999999999-zzzz.apps.googleusercontent.com' }],
      name,
      publisher: null,
      publisherVerified: false,
      domains: [],
      ownerTenant: null,
      owner: null,
      ...clue,
    },
  })
}

test('a known client id decides, whatever the name', () => {
  const identifiers = [{ kind: 'google-client', value: '606092904014-aaaa.apps.googleusercontent.com' }] as const
  expect(app('Something else', { identifiers })).toMatchObject({
    verdict: 'match',
    app: 'slack',
    attribution: 'identifier',
  })
})

test('another client of the same Google project is the same product', () => {
  const identifiers = [{ kind: 'google-client', value: '606092904014-bbbb.apps.googleusercontent.com' }] as const
  expect(app('Slack for Android', { identifiers })).toMatchObject({
    verdict: 'match',
    app: 'slack',
    attribution: 'identifier',
  })
})

test.for([
  'Canva',
  'Canva for Android',
  'Canva for Google Workspace',
  'Canva (Beta)',
  'Canva SSO',
  'Canva - Production',
  'Canva Sync',
  'SSO - Canva',
  'CANVA: design for everybody',
])('%j is the product, by its name only', (name) => {
  expect(app(name)).toMatchObject({ verdict: 'match', app: 'canva', attribution: 'name-only', contradiction: null })
})

test.for([
  'Backup for Slack',
  'Canvas',
  'Bear Hunt',
  'Notion Avenue Tracker',
  'Jira Confluence Bridge',
  'Untitled project',
])('%j is none of the products', (name) => {
  expect(app(name).app).toBeNull()
})

test('sister products stay apart', () => {
  expect([app('Jira', {}, 'sso').app, app('Confluence', {}, 'sso').app]).toEqual(['jira', 'confluence'])
})

test.for([
  ['domain', { domains: ['canva.com'] }],
  ['identifier', { publisher: 'Canva Pty Ltd', publisherVerified: true }],
] as const)('a name that its %s supports is more than a name', ([attribution, clue]) => {
  expect(app('Canva', clue)).toMatchObject({ verdict: 'match', app: 'canva', attribution })
})

test('reply URLs at hosting services say nothing for or against', () => {
  expect(app('Canva', { domains: ['herokuapp.com'] })).toMatchObject({ app: 'canva', attribution: 'name-only' })
})

test('a domain alone decides the product, and a shared one the family', () => {
  expect(app('Reports', { domains: ['hootsuite.com'] })).toMatchObject({ app: 'hootsuite', attribution: 'domain' })
  expect(app('Reports', { domains: ['atlassian.com'] })).toMatchObject({ app: 'atlassian', family: true })
  expect(app('Jira', { domains: ['atlassian.com'] })).toMatchObject({ app: 'jira', family: false })
})

test.for([
  ['a verified publisher of another name', 'Canva', { publisher: 'Sunny Ventures', publisherVerified: true }, 'canva'],
  ['a publisher that is another known vendor', 'Canva', { publisher: 'Hootsuite' }, 'canva'],
  ['domains that belong to nobody related', 'Hootsuite', { domains: ['canva-login.example.com'] }, 'hootsuite'],
  ['a domain of another product', 'Hootsuite', { domains: ['canva.com'] }, 'hootsuite'],
  [
    'a tenant that is none of Microsoft',
    'Microsoft Teams',
    { ownerTenant: '11111111-1111-4111-8111-111111111111' },
    'microsoft-teams',
  ],
  ['another Google project than the known one', 'Slack', {}, 'slack'],
  ['letters of another script', 'Саnvа', {}, 'canva'],
  ['a zero for an O', 'H0otsuite', {}, 'hootsuite'],
  ['a zero-width mark', 'Can\u200bva', {}, 'canva'],
  ['a direction mark', '\u202eCanva', {}, 'canva'],
] as const)('%s contradicts the name, which is then no merge', ([, name, clue, resembles]) => {
  const match = app(name, clue)
  expect(match.verdict).not.toBe('match')
  expect(match.contradiction?.resembles).toBe(resembles)
})

test('a publisher whom nobody vouches for leaves the question open', () => {
  expect(app('Canva', { publisher: 'Sunny Ventures' })).toMatchObject({ verdict: 'ambiguous', contradiction: null })
})

test.for(['in-house', 'script'] as const)('an app that is %s is no third party', (owner) => {
  expect(app('Canva', { owner })).toMatchObject({ verdict: 'unknown', app: null, contradiction: null })
})

test.for([
  ['docusign', 'docusign'],
  ['google_workspace', 'google-workspace'],
  ['acme_slack_1', null],
  ['0oa1b2c3d4', null],
] as const)("Okta's catalogue name %j is %j", ([value, product]) => {
  expect(app(null, { identifiers: [{ kind: 'okta-app', value }] }, 'sso').app).toBe(product)
})

test('a SAML entity counts by its value, and by its domain where the value is new', () => {
  const known = [{ kind: 'saml-entity', value: 'https://account.docusign.com' }] as const
  const fresh = [{ kind: 'saml-entity', value: 'https://login.hootsuite.com/saml' }] as const
  expect(app('E-sign', { identifiers: known }, 'sso')).toMatchObject({ app: 'docusign', attribution: 'identifier' })
  expect(app('Social', { identifiers: fresh }, 'sso')).toMatchObject({ app: 'hootsuite', attribution: 'domain' })
})
