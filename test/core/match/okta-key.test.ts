import { expect, test } from 'vitest'
import type { Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { AppClue } from '#core/observation.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { product, smallCatalogue } from '#test/support/catalogue.ts'

const declared = product('zoom-rooms', {
  name: 'Zoom Rooms',
  identifiers: [{ kind: 'okta-app', value: 'zoomus' }],
})
const small = createMatcher(smallCatalogue([declared, product('front', { domains: ['front.example'] })]))
const shipped = createMatcher(loadCatalogue())

function sso(matcher: typeof small, parts: Partial<AppClue>): Match {
  const clue = {
    identifiers: [],
    name: null,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
    ...parts,
  }
  return matcher.match({ kind: 'app', via: 'sso', clue })
}

function keyed(value: string, parts: Partial<AppClue> = {}): Match {
  return sso(small, { identifiers: [{ kind: 'okta-app', value }], ...parts })
}

test('a key that the catalogue states is an identifier, whatever it looks like', () => {
  expect(keyed('zoomus')).toMatchObject({ app: 'zoom-rooms', attribution: 'identifier' })
})

test.for([
  ['the name', 'docusign', 'docusign'],
  ['the name in words', 'constant_contact', 'constant-contact'],
  ['an alias', 'gsuite', 'google-workspace'],
  ['an everyday word, as all names there are of software', 'front', 'front'],
  ['how it signs in', 'hootsuite_saml', 'hootsuite'],
  ['how it signs in and where', 'hootsuite_cloud_oidc', 'hootsuite'],
  ['a second integration', 'surveymonkey_2', 'surveymonkey'],
  ['a version', 'surveymonkey2', 'surveymonkey'],
  ['capitals', 'Hootsuite_SAML', 'hootsuite'],
] as const)('a key after %s (%j) is read as the name that it is', ([, key, app]) => {
  expect(keyed(key)).toMatchObject({ verdict: 'match', app, attribution: 'name-only' })
})

test.for([
  'acme_slack_1',
  'acme_docusign_sso_2',
  '0oa1b2c3d4',
  'hootsuiteish',
  'canva_star',
  'template_saml_2_0',
  '_saml',
  '',
])('the key %j names no product', (key) => {
  expect(keyed(key).app).toBeNull()
})

test('a domain of the app outranks what its key is named after', () => {
  expect(keyed('front', { domains: ['hootsuite.com'] })).toMatchObject({ app: 'hootsuite', attribution: 'domain' })
})

test.for([
  ['slack', 'slack'],
  ['google', 'google-workspace'],
  ['office365', 'microsoft-365'],
  ['salesforce', 'salesforce'],
  ['zoomus', 'zoom'],
  ['boxnet', 'box'],
  ['box', 'box'],
  ['dropbox_for_business', 'dropbox'],
  ['amazon_aws', 'aws'],
  ['github', 'github'],
  ['githubcloud', 'github'],
  ['jira_cloud', 'jira'],
  ['servicenow_ud', 'servicenow'],
  ['workday', 'workday'],
] as const)('the shipped catalogue knows the key %j as %s', ([key, app]) => {
  expect(sso(shipped, { identifiers: [{ kind: 'okta-app', value: key }] }).app).toBe(app)
})

test.for([
  ['https://acme.slack.com', 'slack'],
  ['https://acme.my.salesforce.com', 'salesforce'],
  ['https://acme.zendesk.com', 'zendesk'],
  ['https://acme.service-now.com', 'servicenow'],
  ['https://acme--dev.sandbox.my.salesforce.com/saml', 'salesforce'],
  ['acme.slack.com', 'slack'],
] as const)('the entity id %j at a host of one customer is %s by its domain', ([value, app]) => {
  expect(sso(shipped, { identifiers: [{ kind: 'saml-entity', value }] })).toMatchObject({ app, attribution: 'domain' })
})

test.for([
  'https://acme.auth0.com/samlp/x',
  'urn:auth0:acme:google',
  'https://acme.okta.com/saml2',
  'https://login.microsoftonline.com/x',
  'https://acme.auth.eu-west-1.amazoncognito.com/saml',
  'https://acme-tool.herokuapp.com',
  'https://192.0.2.7/saml',
  'urn:federation:acme',
])('the entity id %j at a shared host names no product', (value) => {
  expect(sso(shipped, { identifiers: [{ kind: 'saml-entity', value }] }).app).toBeNull()
})

test("a reply address at a customer's host may be anybody's add-on, and decides nothing", () => {
  expect(sso(shipped, { domains: ['zendesk.com'] }).app).toBeNull()
})
