import { describe, expect, test } from 'vitest'
import { createMatcher } from '#core/match/matcher.ts'
import type { Match } from '#core/match/match.ts'
import type { AppClue } from '#core/observation.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'

const matcher = createMatcher(loadCatalogue())

function app(name: string, clue: Partial<AppClue>, via: 'oauth' | 'sso'): Match {
  const nothing = { publisher: null, publisherVerified: false, domains: [], ownerTenant: null, owner: null } as const
  const identifiers = [{ kind: 'name', value: name }] as const
  return matcher.match({ kind: 'app', via, clue: { identifiers, name, ...nothing, ...clue } })
}

const NAMES = [
  ['Slack', 'slack'],
  ['Slack for Android', 'slack'],
  ['Zoom (Production)', 'zoom'],
  ['[SSO] Jira', 'jira'],
  ['DocuSign eSignature', 'docusign'],
  ['Dropbox Business', 'dropbox'],
  ['Mailchimp Sync', 'mailchimp'],
  ['Adobe Acrobat Sign', 'adobe-acrobat-sign'],
  ['Canva: Design, Photo & Video', 'canva'],
] as const

// Said so plainly that people have to see it.
const CONTRADICTIONS: readonly (readonly [string, Partial<AppClue>])[] = [
  ['a verified publisher that nobody knows', { publisher: 'Sunny Example Ventures', publisherVerified: true }],
  ['a verified vendor of something else', { publisher: 'Personio SE & Co. KG', publisherVerified: true }],
  ['a stated vendor of something else', { publisher: 'Hootsuite Inc.' }],
  ['a domain of nobody known', { domains: ['sunny-tools.example'] }],
  ['several domains of nobody known', { domains: ['a-tools.example', 'b-tools.example'] }],
  ['a domain of another product', { domains: ['hootsuite.com'] }],
  [
    'a verified stranger beside a strange domain',
    { publisher: 'Sunny', publisherVerified: true, domains: ['sunny.example'] },
  ],
  ['a publisher in look-alike letters', { publisher: 'Sаlesforce, Inc.' }],
]

// Nothing speaks for the name, and something softly against it.
const DOUBTS: readonly (readonly [string, Partial<AppClue>])[] = [
  ['a stated publisher that nobody knows', { publisher: 'Sunny Example Ventures' }],
  ['an address at a hosting service', { domains: ['login-page.herokuapp.com'] }],
  ['a domain that cannot be read', { domains: ['vendor.xn--com-9o0a'] }],
]

const VIAS = ['oauth', 'sso'] as const
const cases = (evidence: typeof CONTRADICTIONS) =>
  NAMES.flatMap(([name, id]) => evidence.map(([title, clue]) => ({ name, id, title, clue })))

describe('a name never overrules what contradicts it', () => {
  test.for(cases(CONTRADICTIONS))('$name with $title is no match, and shown', ({ name, id, clue }) => {
    for (const via of VIAS) {
      const match = app(name, clue, via)
      expect({ app: match.app, resembles: match.contradiction?.resembles }).toEqual({ app: null, resembles: id })
    }
  })

  test.for(cases(DOUBTS))('$name with $title is left to a person', ({ name, id, clue }) => {
    for (const via of VIAS) {
      const { app: found, verdict, candidates } = app(name, clue, via)
      expect({ found, verdict, candidates: candidates.map((each) => each.app) }).toEqual({
        found: null,
        verdict: 'ambiguous',
        candidates: [id],
      })
    }
  })

  test.for(NAMES.map(([name]) => name))('%s with the known client of another product is that product', (name) => {
    const identifiers = [{ kind: 'entra-app', value: '9e5f94bc-e8a4-4e73-b8be-63364c29d753' }] as const
    for (const via of VIAS) expect(app(name, { identifiers }, via)).toMatchObject({ app: 'thunderbird' })
  })
})

test("an app of a name of Microsoft's in a foreign tenant is none of Microsoft's", () => {
  const clue = { ownerTenant: '11111111-2222-4333-8444-555555555555', owner: 'third-party' } as const
  for (const name of ['Microsoft Teams', 'Power BI (Test)', 'Outlook for Android']) {
    expect(app(name, clue, 'oauth')).toMatchObject({ verdict: 'unknown', app: null })
    expect(app(name, clue, 'oauth').contradiction).not.toBeNull()
  }
})

test('a plain word for what a product does is no other name beside the domain of that product', () => {
  for (const name of ['Helpdesk', 'Calendar', 'Reports', 'Social media']) {
    expect(app(name, { domains: ['hootsuite.com'] }, 'sso')).toMatchObject({ app: 'hootsuite', contradiction: null })
  }
})

test("the vendor's own site beside a strange address is left to a person", () => {
  const clue = { domains: ['slack.com', 'sunny-tools.example'] }
  expect(app('Slack', clue, 'oauth')).toMatchObject({ verdict: 'ambiguous', app: null })
  expect(app('Team chat', clue, 'oauth')).toMatchObject({ verdict: 'ambiguous', app: null })
  expect(
    app('Slack', { ...clue, publisher: 'Slack Technologies, LLC', publisherVerified: true }, 'oauth'),
  ).toMatchObject({
    app: 'slack',
  })
})

test('hard identifiers of two products decide nothing', () => {
  const identifiers = [
    { kind: 'entra-app', value: '9e5f94bc-e8a4-4e73-b8be-63364c29d753' },
    { kind: 'entra-app', value: 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
  ] as const
  const [a, b] = [identifiers, identifiers.toReversed()].map((each) => app('Mail', { identifiers: each }, 'oauth'))
  expect(a).toMatchObject({ verdict: 'ambiguous', app: null })
  expect(b).toEqual(a)
})

// One owner of many names: these are no lookalikes.
test.for([
  ['Slack', 'Salesforce, Inc.', 'slack'],
  ['Slack', 'Slack Technologies, LLC', 'slack'],
  ['Mailchimp', 'Intuit Inc.', 'mailchimp'],
  ['Mailchimp', 'The Rocket Science Group LLC d/b/a Mailchimp', 'mailchimp'],
  ['LinkedIn Learning', 'Microsoft Corporation', 'linkedin-learning'],
  ['GitHub', 'Microsoft Corporation', 'github'],
  ['Jira', 'Atlassian US, Inc.', 'jira'],
  ['Jira', 'Atlassian Pty Ltd', 'jira'],
  ['Zoom', 'Zoom Video Communications, Inc.', 'zoom'],
  ['Dropbox', 'Dropbox, Inc.', 'dropbox'],
  ['Dropbox', 'Dropbox International Unlimited Company', 'dropbox'],
  ['Adobe Acrobat Sign', 'Adobe Systems Software Ireland Limited', 'adobe-acrobat-sign'],
  ['Splunk', 'Splunk LLC, a Cisco company', 'splunk'],
] as const)('%s published by %s is %s, verified or not', ([name, publisher, id]) => {
  for (const publisherVerified of [true, false]) {
    expect(app(name, { publisher, publisherVerified }, 'oauth')).toMatchObject({ app: id, contradiction: null })
  }
})

test.for(['acme.onmicrosoft.com', 'Active Directory Application Registry', 'Unverified', ''])(
  'the publisher "%s" says nothing',
  (publisher) => {
    expect(app('Dropbox', { publisher }, 'oauth')).toMatchObject({ app: 'dropbox', contradiction: null })
  },
)
