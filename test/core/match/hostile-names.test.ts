import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMatcher } from '#core/match/matcher.ts'
import type { Identity } from '#core/match/match.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'

const matcher = createMatcher(loadCatalogue())

function identities(text: string): readonly Identity[] {
  const clue = {
    identifiers: [{ kind: 'name', value: text }],
    name: text,
    publisher: text,
    publisherVerified: false,
    domains: [text],
    ownerTenant: null,
    owner: null,
  } as const
  const alone = { ...clue, publisher: null, domains: [] }
  return [
    { kind: 'any', text },
    ...(['oauth', 'sso'] as const).flatMap((via) => [
      { kind: 'app', via, clue } as const,
      { kind: 'app', via, clue: alone } as const,
    ]),
  ]
}

test('any text has a verdict with a reason, and none throws', () => {
  const unit = fc.oneof(
    fc
      .constantFrom('binary', 'grapheme', 'grapheme-composite')
      .chain((kind) => fc.string({ unit: kind, maxLength: 40 })),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
    fc
      .array(
        fc.constantFrom('Slack', 'Zoom', ' - ', '(', ')', ': ', ' for ', '_', '\u200b', '\u202e', '\ud800', '™', '✨'),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(unit, (text) => {
      for (const identity of identities(text)) {
        const match = matcher.match(identity)
        expect(match.reasons.length).toBeGreaterThan(0)
        expect(match.confidence >= 0 && match.confidence <= 1).toBe(true)
        expect(match.app === null).toBe(match.verdict !== 'match')
      }
    }),
    { numRuns: 300 },
  )
})

test.for([
  ['nothing', ''],
  ['white space', ' \t\n\u00a0\u3000'],
  ['controls', '\u0000\u0001\u0007\u001b[31m'],
  ['lone surrogates', '\ud800\udc00\ud83d'],
  ['marks that nobody sees', '\u200b\u200d\u2060\ufeff'],
  ['direction marks', '\u202e\u202d\u2066\u2069'],
  ['emoji', '🚀✨👩‍👩‍👧‍👦🇩🇪'],
  ['punctuation', '--- ||| ::: ((()))'],
  ['decorations alone', 'SSO - Production (EU)'],
] as const)('%s is no product', ([, text]) => {
  for (const identity of identities(text)) expect(matcher.match(identity)).toMatchObject({ app: null, candidates: [] })
})

test.for([
  ['letters', 'a'.repeat(1_000_000)],
  ['open brackets', '('.repeat(1_000_000)],
  ['brackets', '(x)'.repeat(300_000)],
  ['dashes', ' - '.repeat(300_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['names', 'Slack '.repeat(200_000)],
  ['decorations', 'Slack SSO '.repeat(100_000)],
  ['prepositions', 'Slack for '.repeat(100_000)],
  ['combining marks', `S${'\u0301'.repeat(1_000_000)}`],
] as const)('a megabyte of %s is answered like the beginning of it', ([, text]) => {
  for (const identity of identities(text)) expect(matcher.match(identity).reasons.length).toBeGreaterThan(0)
})

test('what stands round a name does not join it to what a person cannot read there', () => {
  const plain = matcher.match({ kind: 'any', text: 'Slack' })
  expect(plain.app).toBe('slack')
  for (const text of ['Sla\u200bck', 'Slack\u202e', 'S\u0301lack', 'Ｓlack']) {
    const [, ...apps] = identities(text)
    for (const identity of apps) {
      expect(matcher.match(identity)).toMatchObject({ app: null, contradiction: { resembles: 'slack' } })
    }
  }
})
