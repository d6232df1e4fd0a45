import { array, assert as assertProperty, constantFrom, oneof, property, string, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import type { Confirmation } from '#core/judgement.ts'
import type { Identity, Match } from '#core/match/match.ts'
import { VERDICTS } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { product, smallCatalogue } from '#test/support/catalogue.ts'
import { confirm, reject } from '#test/support/judgements.ts'

const catalogue = smallCatalogue()
const matcher = createMatcher(catalogue)

function descriptor(text: string): Identity {
  return { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }
}

function oauth(name: string): Identity {
  const identifiers = [{ kind: 'name', value: name }] as const
  const clue = {
    identifiers,
    name,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
  }
  return { kind: 'app', via: 'oauth', clue }
}

function judgement(parts: Partial<Omit<Confirmation, 'decision'>>): Confirmation {
  return confirm({ kind: 'descriptor', value: 'BLUE BOX BATTERIES 123' }, 'box', { id: 'j1', ...parts })
}

const anyText = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  string({ unit: 'grapheme', maxLength: 100 }),
  array(constantFrom('SLACK', '*', '.com', '  ', 'PAYPAL', 'zoom.us', '0', '/', '\u202e', '\ud800', 'ß', '-', '@')).map(
    (parts) => parts.join(''),
  ),
)

test('no text makes it throw, and every answer is whole', () => {
  assertProperty(
    property(anyText, (text) => {
      for (const identity of [descriptor(text), oauth(text), { kind: 'any', text } as const]) {
        const match = matcher.match(identity)
        expect(VERDICTS).toContain(match.verdict)
        expect(match.app === null).toBe(match.verdict !== 'match')
        expect(match.confidence).toBeGreaterThanOrEqual(0)
        expect(match.confidence).toBeLessThanOrEqual(1)
        expect(match.softwareLikelihood).toBeGreaterThanOrEqual(0)
        expect(match.softwareLikelihood).toBeLessThanOrEqual(1)
        expect(match.reasons.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 500 },
  )
})

test('a person outranks every score, for any text', () => {
  assertProperty(
    property(string({ minLength: 1, maxLength: 60 }), (text) => {
      const decided = createMatcher(catalogue, {
        judgements: [judgement({ identifier: { kind: 'descriptor', value: text }, app: 'box' })],
      })
      expect(decided.match(descriptor(text))).toMatchObject({
        verdict: 'match',
        app: 'box',
        attribution: 'judgement',
        confidence: 1,
      })
    }),
    { numRuns: 50 },
  )
})

test('a shared domain never decides more than the family, whatever stands around it', () => {
  assertProperty(
    property(stringMatching(/^[A-Z]{2}\d{3,8}$/), (reference) => {
      const { verdict, app } = matcher.match(descriptor(`ATLASSIAN.COM ${reference}`))
      expect([verdict, app]).toEqual(['match', 'atlassian'])
    }),
  )
})

test('the order of catalogue and calls changes nothing', () => {
  const texts = ['SLACK T012AB3CD', 'box ltd', 'ATLASSIAN.COM', 'HOOTSUITE MAILCHIMP', 'nothing here']
  const turned = createMatcher({ ...catalogue, products: catalogue.products.toReversed() })
  const backwards = texts.toReversed().map((text) => JSON.stringify(turned.match(descriptor(text))))
  expect(backwards.toReversed()).toEqual(texts.map((text) => JSON.stringify(matcher.match(descriptor(text)))))
})

test('a decision on one charge covers the next month, with another reference and place', () => {
  const decided = createMatcher(catalogue, { judgements: [judgement({})] })
  expect(decided.match(descriptor('Blue Box Batteries 987 DUBLIN'))).toMatchObject({
    app: 'box',
    attribution: 'judgement',
  })
  expect(decided.match(descriptor('BLUE BOX BICYCLES 123')).attribution).not.toBe('judgement')
})

test('"no software" is a decision too', () => {
  const decided = createMatcher(catalogue, {
    judgements: [judgement({ identifier: { kind: 'descriptor', value: 'SLACK' }, app: null })],
  })
  expect(decided.match(descriptor('SLACK'))).toMatchObject({ verdict: 'not-software', attribution: 'judgement' })
})

test('what a person rejected is not proposed again, and the later decision wins', () => {
  const canva = { kind: 'name', value: 'Canva' } as const
  const rejected = reject(canva, 'canva', { at: '2026-01-01T00:00:00.000Z' })
  const confirmed = confirm(canva, 'canva', { at: '2026-02-01T00:00:00.000Z' })
  expect(createMatcher(catalogue, { judgements: [rejected] }).match(oauth('Canva')).app).toBeNull()
  for (const judgements of [
    [rejected, confirmed],
    [confirmed, rejected],
  ]) {
    expect(createMatcher(catalogue, { judgements }).match(oauth('Canva'))).toMatchObject({
      app: 'canva',
      attribution: 'judgement',
    })
  }
})

test('a decision may name an app that the catalogue does not know', () => {
  const decided = createMatcher(catalogue, { judgements: [judgement({ app: 'app-own-tool' })] })
  expect(decided.match(descriptor('BLUE BOX BATTERIES 123'))).toMatchObject({ verdict: 'match', app: 'app-own-tool' })
})

test.for([
  ['docusgn', 'docusign', 'name-only'],
  ['Docusign', 'docusign', 'name-only'],
  ['https://app.slack.com/client', 'slack', 'domain'],
  ['zoom.us', 'zoom', 'domain'],
  ['SLACK T012AB3CD DUBLIN IE', 'slack', 'descriptor'],
  ['606092904014-aaaa.apps.googleusercontent.com', 'slack', 'identifier'],
  ['atlassian.com', 'atlassian', 'domain'],
] as const)('%j of any kind is %s by %s', ([text, app, attribution]) => {
  expect(matcher.match({ kind: 'any', text })).toMatchObject({ verdict: 'match', app, attribution })
})

test.for(['bear grylls', 'slack.example.org', 'unheard-of.io', '', '   ', '🚀', '\u0000', '***'])(
  '%j of any kind is no match',
  (text) => {
    expect(matcher.match({ kind: 'any', text }).verdict).not.toBe('match')
  },
)

test('products that are called the same are a question', () => {
  const twins = smallCatalogue([
    product('relay-bank', { name: 'Relayo', vendor: 'One' }),
    product('relay-chat', { name: 'Relayo', vendor: 'Two' }),
  ])
  const match: Match = createMatcher(twins).match(descriptor('RELAYO'))
  expect(match.verdict).toBe('ambiguous')
  expect(match.candidates.map(({ app }) => app)).toEqual(['relay-bank', 'relay-chat'])
})

test.for([
  ['one endless word', 'a'],
  ['words without end', 'slack '],
  ['brackets that never close', '('],
  ['dots', 'a.'],
  ['bank words without end', 'recurring '],
  ['towns glued in a row', 'sanjose'],
] as const)('%s are read as far as the longest text, and what follows changes nothing', ([, piece]) => {
  for (const identityOf of [descriptor, oauth, (text: string): Identity => ({ kind: 'any', text })]) {
    const [longest, endless] = [4096, 1_000_000].map((length) => piece.repeat(Math.ceil(length / piece.length)))
    const { verdict, app, reasons } = matcher.match(identityOf(endless ?? ''))
    expect(matcher.match(identityOf(longest ?? ''))).toMatchObject({ verdict, app, reasons })
  }
})

test('what stands behind a million spaces is not read, and the answer has a reason', () => {
  const match = matcher.match(descriptor(`${' '.repeat(1_000_000)}slack`))
  expect(match.verdict).toBe('unknown')
  expect(match.reasons).toEqual(['the text holds no letter or digit'])
})

test('a match is plain data when it is written or copied', () => {
  const match = matcher.match(descriptor('HOOTSUITE T012AB3CD'))
  expect(structuredClone(match)).toEqual(JSON.parse(JSON.stringify(match)))
  expect({ ...match }.reasons).toEqual(['the text names Hootsuite'])
})
