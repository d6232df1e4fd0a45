import { expect, test } from 'vitest'
import { createMatcher } from '#core/match/matcher.ts'
import { createIdentify } from '#jobs/identify.ts'
import type { IdentifyRow } from '#jobs/identify-input.ts'
import type { IdentifyKind, IdentifyLine } from '#shapes/identify-line.ts'
import { identifyLine } from '#shapes/identify-line.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

const catalogue = smallCatalogue()
const matcher = createMatcher(catalogue)

function identify(parts: Partial<IdentifyRow>, kind: IdentifyKind = 'any'): IdentifyLine {
  const empty = { text: '', kind: '', identifier: '', publisher: '', domain: '', mcc: '', amount: '', currency: '' }
  return createIdentify(matcher, kind)({ ...empty, ...parts })
}

test('a match carries product, vendor and domain', () => {
  expect(identify({ text: 'SLACK T012AB3CD DUBLIN IE' })).toMatchObject({
    input: 'SLACK T012AB3CD DUBLIN IE',
    kind: 'descriptor',
    verdict: 'match',
    app: 'slack',
    family: false,
    name: 'Slack',
    vendor: 'Salesforce',
    domain: 'slack.com',
    attribution: 'descriptor',
    runnerUp: null,
    candidates: [],
    intermediary: null,
    softwareLikelihood: 1,
  })
})

test.for([
  { text: 'PADDLE.NET* SKETCH' },
  { text: 'HOOTSUITE MAILCHIMP' },
  { text: 'Foreign transaction fee CANVA' },
  { text: '' },
  { text: 'Canva', kind: 'oauth', publisher: 'Sunny Ventures' },
  { text: 'atlassian.com' },
  { text: '\ud800\u0000', kind: 'sso' },
])('the line of %j has exactly the published shape', (row) => {
  expect(identifyLine.parse(identify(row))).toEqual(JSON.parse(JSON.stringify(identify(row))))
})

test('app, name, vendor and domain are null unless the verdict is match', () => {
  expect(identify({ text: 'HOOTSUITE MAILCHIMP' })).toMatchObject({ app: null, name: null, vendor: null, domain: null })
})

test('the kind in a row outranks the one asked for', () => {
  expect(identify({ text: 'Canva for Android', kind: 'oauth' }, 'descriptor')).toMatchObject({
    kind: 'oauth',
    attribution: 'name-only',
  })
})

test.for([
  [{ text: 'Slack', identifier: '606092904014-aaaa.apps.googleusercontent.com' }, 'slack', 'identifier'],
  [{ text: '606092904014-aaaa.apps.googleusercontent.com' }, 'slack', 'identifier'],
  [{ text: 'Reports', domain: 'https://www.hootsuite.com/login' }, 'hootsuite', 'domain'],
  [{ text: 'E-sign', identifier: 'https://account.docusign.com' }, 'docusign', 'identifier'],
  [{ text: 'Canva', publisher: 'Hootsuite Inc' }, null, null],
  [{ text: 'Hootsuite', domain: 'hootsuite-login.example.com' }, null, null],
] as const)('an app %j is %s by %s', ([row, app, attribution]) => {
  expect(identify(row, 'oauth')).toMatchObject({ app, attribution })
})

test('a merchant category makes a text of any kind a charge', () => {
  expect(identify({ text: 'BOX', mcc: '5812' })).toMatchObject({ kind: 'descriptor', app: null })
  expect(identify({ text: 'BOX', mcc: '7372' })).toMatchObject({ kind: 'descriptor', app: 'box' })
})

test.for(['abc', '1e999', '12.345.678', '-0.004'])('an amount %j is no reason to fail', (amount) => {
  expect(identify({ text: 'CANVA', amount, currency: 'XXX' }, 'descriptor').app).toBe('canva')
})
