import { describe, expect, test } from 'vitest'
import type { Judgement } from '#core/judgement.ts'
import type { Identifier } from '#core/identifier.ts'

import type { AppIdentity, Identity, Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { product, smallCatalogue } from '#test/support/catalogue.ts'
import { confirm, merge, reject, split } from '#test/support/judgements.ts'
import { clue } from '#test/support/observations.ts'

const catalogue = smallCatalogue()
const CLIENT = '700001-z.apps.googleusercontent.com'

function charge(text: string): Identity {
  return { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }
}

function app(via: 'oauth' | 'sso', over: Parameters<typeof clue>[0]): AppIdentity {
  return { kind: 'app', via, clue: clue(over) }
}

function match(judgements: readonly Judgement[], identity: Identity): Match {
  return createMatcher(catalogue, { judgements }).match(identity)
}

const onCharge = (value: string): Identifier => ({ kind: 'descriptor', value })
const onName = (value: string): Identifier => ({ kind: 'name', value })

describe('a decision outranks every score, of every kind', () => {
  const google = app('oauth', { identifiers: [{ kind: 'google-client', value: CLIENT }], name: 'Slack' })
  const okta = app('sso', { identifiers: [{ kind: 'okta-app', value: '0oa1' }], name: 'Slack', domains: ['slack.com'] })
  test.for<[string, Identifier, Identity]>([
    ['a charge', onCharge('SLACK T012AB3CD DUBLIN IE'), charge('SLACK T012AB3CD DUBLIN IE')],
    ['a charge by the site in it', { kind: 'domain', value: 'zoom.us' }, charge('ZOOM.US 888-799-9666')],
    ['a client', { kind: 'google-client', value: CLIENT }, google],
    ['a client by its project', { kind: 'google-project', value: '700001' }, google],
    ['a client by its name', onName('weekly pad'), { ...google, clue: { ...google.clue, name: 'Weekly-Pad' } }],
    ['an app of single sign-on', { kind: 'okta-app', value: '0oa1' }, okta],
    ['an app by its domain', { kind: 'domain', value: 'https://www.slack.com/x' }, okta],
    ['a typed name', onName('Slack'), { kind: 'any', text: 'SLACK' }],
    ['a typed address', { kind: 'domain', value: 'slack.com' }, { kind: 'any', text: 'https://app.slack.com/' }],
    ['a typed client', { kind: 'google-client', value: CLIENT }, { kind: 'any', text: CLIENT }],
    ['a pasted charge', onCharge('SLACK T012AB3CD'), { kind: 'any', text: 'SLACK T999ZZ9ZZ' }],
  ])('%s', ([, identifier, identity]) => {
    const decided = match([confirm(identifier, 'box', { reason: 'asked finance' })], identity)
    expect(decided).toMatchObject({ verdict: 'match', app: 'box', attribution: 'judgement', confidence: 1 })
    expect(decided.reasons).toEqual(['ana@acme.example decided on 2026-03-04 that this is Box: asked finance'])
    expect(match([confirm(identifier, null)], identity)).toMatchObject({ verdict: 'not-software', app: null })
  })
})

describe('what was refused does not come back by another way', () => {
  test.for<[string, string, Identity]>([
    ['its name', 'slack', charge('SLACK T012AB3CD DUBLIN IE')],
    ['its domain', 'zoom', charge('ZOOM.US 888-799-9666')],
    ['a slip of the keyboard', 'docusign', { kind: 'any', text: 'docusgn' }],
    [
      'the domain of a client',
      'slack',
      app('oauth', { identifiers: [onName('x')], name: 'x', domains: ['slack.com'] }),
    ],
    ['the catalogue of Okta', 'docusign', app('sso', { identifiers: [{ kind: 'okta-app', value: 'docusign' }] })],
    ['its vendor’s line', 'atlassian', charge('ATLASSIAN.COM 123')],
  ])('%s', ([, product_, identity]) => {
    expect(match([], identity).app).toBe(product_)
    const identifier =
      identity.kind === 'app'
        ? (identity.clue.identifiers[0] ?? onName(''))
        : identity.kind === 'any'
          ? onName(identity.text)
          : onCharge(identity.text)
    const refused = match([reject(identifier, product_)], identity)
    expect(refused.app).toBeNull()
    expect([...refused.candidates, ...[refused.runnerUp ?? []].flat()].map((one) => one.app)).not.toContain(product_)
  })

  test('an answer that somebody refused is told among the reasons, and one that nobody would give is not', () => {
    const slack = charge('SLACK T012AB3CD')
    const refused = match([reject(onCharge('SLACK T012AB3CD'), 'slack')], slack)
    expect(refused.reasons).toContain('somebody decided that this is not Slack')
    const other = match([reject(onCharge('BACKEREI KRUME'), 'slack')], charge('BACKEREI KRUME'))
    expect(other.reasons.join()).not.toContain('somebody decided')
  })

  test('nor by an app that counts as it, nor by a product of the line that was refused', () => {
    const slack = charge('SLACK T012AB3CD')
    expect(match([merge('slack', 'zoom')], slack).app).toBe('zoom')
    expect(match([merge('slack', 'zoom'), reject(onCharge('SLACK T012AB3CD'), 'zoom')], slack).app).toBeNull()
    const line = product('acmecloud', { name: 'Acmecloud', family: true, domains: ['acmecloud.example'] })
    const member = product('acmecloud-drive', { name: 'Acmecloud Drive', memberOf: 'acmecloud' })
    const matcher = createMatcher(
      { ...catalogue, products: [...catalogue.products, line, member] },
      { judgements: [reject(onName('Acmecloud Drive'), 'acmecloud')] },
    )
    expect(matcher.match({ kind: 'any', text: 'Acmecloud Drive' }).app).toBeNull()
  })
})

describe('the later decision holds', () => {
  const day = (date: string): { at: string } => ({ at: `2026-03-${date}T00:00:00.000Z` })
  const it = onCharge('SLACK T012AB3CD')
  test.for<[string, readonly Judgement[], string | null]>([
    ['of two products', [confirm(it, 'box', day('01')), confirm(it, 'zoom', day('02'))], 'zoom'],
    ['a refusal of what was confirmed', [confirm(it, 'slack', day('01')), reject(it, 'slack', day('02'))], null],
    ['a confirmation of what was refused', [reject(it, 'slack', day('01')), confirm(it, 'slack', day('02'))], 'slack'],
    ['an app of its own', [confirm(it, 'box', day('01')), split(it, 'app-chat', 'Chat', day('02'))], 'app-chat'],
    ['no software', [confirm(it, 'box', day('01')), confirm(it, null, day('02'))], null],
    [
      'a refusal of something else changes nothing',
      [confirm(it, 'box', day('01')), reject(it, 'zoom', day('02'))],
      'box',
    ],
  ])('%s', ([, judgements, expected]) => {
    expect(match(judgements, charge('SLACK T012AB3CD')).app).toBe(expected)
    expect(match(judgements.toReversed(), charge('SLACK T012AB3CD')).app).toBe(expected)
  })

  test('what was said of this very charge counts more than what was said later of its like', () => {
    const judgements = [
      reject(onCharge('ACME*SKETCHPAD 111'), 'box', day('01')),
      confirm(onCharge('ACME*SKETCHPAD 222'), 'box', day('02')),
    ]
    expect(match(judgements, charge('ACME*SKETCHPAD 111')).app).toBeNull()
    expect(match(judgements, charge('ACME*SKETCHPAD 333')).app).toBe('box')
  })
})

describe('a decision on a charge', () => {
  test.for([
    ['another reference', 'ACME*SKETCH 4471', 'ACME*SKETCH 9902'],
    ['another place', 'QUILLHUB 4471 DUBLIN', 'QUILLHUB 12 BERLIN DE'],
    ['an intermediary before it', 'PADDLE.NET* QUILLHUB', 'PADDLE.NET* QUILLHUB 77'],
    ['other capitals and blanks', 'Quillhub  Pro 1', 'QUILLHUB PRO 2'],
  ] as const)('holds next month: %s', ([, judged, next]) => {
    expect(match([confirm(onCharge(judged), 'box')], charge(next))).toMatchObject({
      app: 'box',
      attribution: 'judgement',
    })
  })

  test.for([
    ['another seller behind the same biller', 'PADDLE.NET* QUILLHUB', 'PADDLE.NET* XYZZYFORM'],
    ['the same name behind another biller', 'PADDLE.NET* QUILLHUB', 'QUILLHUB 77'],
    ['nothing but the biller and a reference', 'PADDLE.NET* 12345', 'PADDLE.NET* 99999'],
    ['an initial', 'SQ *A 1234', 'SQ *A 9999'],
    ['"subscription"', 'SUBSCRIPTION 4471', 'SUBSCRIPTION 9902'],
    ['a legal form', 'INC 4471', 'INC 9902'],
    ['a numbered name behind a mark', 'ACME*SKETCH1', 'ACME*FIGURE2'],
    ['more words', 'ACME*SKETCH 4471', 'ACME*SKETCH TOURS 4471'],
  ] as const)('is not carried to strangers: %s', ([, judged, other]) => {
    expect(match([confirm(onCharge(judged), 'box')], charge(judged)).attribution).toBe('judgement')
    expect(match([confirm(onCharge(judged), 'box')], charge(other)).attribution).not.toBe('judgement')
  })
})

describe('a decision on a name', () => {
  test('does not vouch for a client that contradicts the name', () => {
    const named = confirm(onName('Slack'), 'slack')
    const stranger = app('oauth', { identifiers: [{ kind: 'google-client', value: CLIENT }], name: 'Slack' })
    expect(match([named], app('oauth', { identifiers: [onName('Slack')], name: 'Slack' })).attribution).toBe(
      'judgement',
    )
    expect(match([named], stranger)).toMatchObject({ app: null, contradiction: { resembles: 'slack' } })
    const client = confirm({ kind: 'google-client', value: CLIENT }, 'slack')
    expect(match([client], stranger)).toMatchObject({ app: 'slack', attribution: 'judgement', contradiction: null })
  })

  test('a domain where anybody runs an app says nothing of the app', () => {
    const hosted = app('oauth', { identifiers: [onName('Pad')], name: 'Pad', domains: ['herokuapp.com'] })
    expect(match([confirm({ kind: 'domain', value: 'herokuapp.com' }, 'box')], hosted).app).toBeNull()
  })
})

describe('merged apps', () => {
  test('count as the end of the chain, say why, and stay one candidate', () => {
    const judgements = [
      merge('slack', 'zoom', { reason: 'one contract' }),
      merge('zoom', 'box', { at: '2026-03-05T00:00:00.000Z' }),
    ]
    const matched = match(judgements, charge('SLACK T012AB3CD DUBLIN IE'))
    expect(matched).toMatchObject({ verdict: 'match', app: 'box', attribution: 'descriptor' })
    expect(matched.reasons.slice(-2)).toEqual([
      'ana@acme.example decided on 2026-03-04 that Slack counts as Zoom: one contract',
      'ana@acme.example decided on 2026-03-05 that Zoom counts as Box',
    ])
    expect(match([...judgements, confirm(onName('Chat'), 'slack')], { kind: 'any', text: 'Chat' }).app).toBe('box')
  })

  test('may count as an app that the catalogue does not know', () => {
    expect(match([merge('slack', 'app-chat')], charge('SLACK T012AB3CD'))).toMatchObject({
      app: 'app-chat',
      family: false,
    })
  })
})
