import { expect, test } from 'vitest'
import type { Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { product, smallCatalogue } from '#test/support/catalogue.ts'

const matcher = createMatcher(smallCatalogue())

function charge(text: string, mcc: string | null = null): Match {
  return matcher.match({ kind: 'descriptor', text, mcc, amountMinor: null, currency: null, recurring: null })
}

test.for([
  ['SLACK T012AB3CD DUBLIN IE', 'slack', 'descriptor', null],
  ['ZOOM.US 888-799-9666 CA', 'zoom', 'domain', null],
  ['WWW.ZOOM.COSAN JOSE CA', 'zoom', 'domain', null],
  ['INTUIT *MAILCHIMP', 'mailchimp', 'descriptor', null],
  ['PADDLE.NET* SKETCH', 'sketch', 'descriptor', 'paddle'],
  ['PAYPAL *HOOTSUITE INC', 'hootsuite', 'descriptor', 'paypal'],
  ['canva i03192-', 'canva', 'descriptor', null],
  ['grammarly cortdhoyl', 'grammarly', 'descriptor', null],
  ['driegress', 'egress', 'descriptor', null],
  ['hoohootsuite inc', 'hootsuite', 'descriptor', null],
  ['surveymonk t', 'surveymonkey', 'descriptor', null],
  ['NOTION LABS, INC. SAN FRANCISCO CA', 'notion', 'descriptor', null],
  ['RECURRING PAYMENT AUTHORIZED ON 03/17 SLACK TECHNOLOGIES LLC', 'slack', 'descriptor', null],
  ['GOOGLE *GSUITE_ACMEEXA', 'google-workspace', 'descriptor', 'google'],
  ['GOOGLE *CLOUD 7KX2P9 CC@GOOGLE.COM', 'google-cloud', 'descriptor', 'google'],
  ['TRELLO.COM ATLASSIAN', 'trello', 'domain', null],
  ['HOOTSUITE *ENTERPRIZO', 'hootsuite', 'descriptor', null],
  ['HOOTSUITE HTTPSWWW.HOOT', 'hootsuite', 'descriptor', null],
  ['#2026-04 HOOTSUITE 8883186146 CA', 'hootsuite', 'descriptor', null],
  ['HOOTSUITE SAN FRANCISCOUSACA', 'hootsuite', 'descriptor', null],
  ['Compra CANVA', 'canva', 'descriptor', null],
  ['AUTH: PAYPAL *HOOTSUITE INC', 'hootsuite', 'descriptor', 'paypal'],
] as const)('%j is %s by %s', ([text, app, attribution, intermediary]) => {
  expect(charge(text)).toMatchObject({ verdict: 'match', app, attribution, intermediary, softwareLikelihood: 1 })
})

test.for([
  'bear grylls adventure',
  'blue box batteries ltd',
  'BOLT HARDWARE',
  'fruit of the notion cafe',
  'four square healthcare',
  'SKETCH LONDON RESTAURANT',
  'SLACK CITY BREWING',
  'canvas-print-order(s)',
  'MIRO HOTEL',
  'box.co.uk',
  'CONSTANT CRAVINGS',
  'oracle shopping centre',
  'fs037 brueton park',
  'SKETCH 04821',
  'HOOTSUITE CONSULTING LTD',
])('%j is no product of the catalogue', (text) => {
  expect(charge(text)).toMatchObject({ app: null })
  expect(charge(text).verdict).not.toBe('match')
})

test('who bills is no product, whatever the bank writes before', () => {
  const wallet = createMatcher(smallCatalogue([product('paypal', { name: 'PayPal', stems: ['PP *'] })]))
  const verdict = (text: string): string =>
    wallet.match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }).verdict
  expect(['PAYPAL *ZARASPAIN', 'FIN: PAYPAL *ZARASPAIN', 'P&P 4471239'].map(verdict)).not.toContain('match')
})

test('a shared domain decides only the family', () => {
  expect(charge('ATLASSIAN.COM AMSTERDAM')).toMatchObject({ verdict: 'match', app: 'atlassian', family: true })
})

test('a shared domain beside the name of one product is that product', () => {
  expect(charge('JIRA ATLASSIAN.COM')).toMatchObject({ verdict: 'match', app: 'jira', family: false })
})

test('a name of ordinary words that is cut is proposed, not accepted', () => {
  const match = charge('CONSTANT CONT')
  expect(match.verdict).toBe('ambiguous')
  expect(match.candidates.map(({ app }) => app)).toEqual(['constant-contact'])
})

test('two products on one line are a question, with both as candidates', () => {
  const match = charge('HOOTSUITE MAILCHIMP')
  expect(match.verdict).toBe('ambiguous')
  expect(match.candidates.map(({ app }) => app).toSorted()).toEqual(['hootsuite', 'mailchimp'])
})

test.for([
  ['APPLE.COM/BILL', 'apple'],
  ['PAYPAL *4029357733', 'paypal'],
  ['DIGITAL RIVER', 'digital-river'],
] as const)('%j names only who bills, which is no product', ([text, intermediary]) => {
  expect(charge(text)).toMatchObject({ verdict: 'unknown', app: null, intermediary })
})

test.for([
  ['THE GREASY SPOON RESTAURANT', null],
  ['TESCO STORES 3321', null],
  ['QWERTZ & SONS', '5812'],
  ['Foreign transaction fee CANVA', null],
  ['ZELLE TO ANA EXAMPLE', null],
] as const)('%j with category %j is positively no software', ([text, mcc]) => {
  const match = charge(text, mcc)
  expect(match.verdict).toBe('not-software')
  expect(match.softwareLikelihood).toBeLessThan(0.1)
})

test.for([
  ['FS *UNHEARDOF', true],
  ['UNHEARDOF.IO', true],
  ['UNHEARDOF SOFTWARE SUBSCRIPTION', true],
  ['UNHEARDOF LTD', false],
  ['UNHEARDOF PLUMBING', false],
] as const)('unknown %j looks like software: %s', ([text, likely]) => {
  const { verdict, softwareLikelihood } = charge(text)
  expect(verdict).not.toBe('match')
  expect(softwareLikelihood >= 0.5).toBe(likely)
})

test('a merchant category of another trade keeps a common word from matching', () => {
  expect(charge('BOX').verdict).toBe('match')
  expect(charge('BOX', '5812').verdict).not.toBe('match')
})

test('a common word alone is accepted only where the catalogue knows how charges of the product are printed', () => {
  expect(charge('BOX').app).toBe('box')
  expect(charge('BEAR')).toMatchObject({ verdict: 'ambiguous', candidates: [{ app: 'bear' }] })
})

test('a name in several words that others may have proves less than one that nobody else has', () => {
  const likelihood = (commonWord: boolean): number => {
    const hats = createMatcher(smallCatalogue([product('top-hat', { name: 'Top Hatter', commonWord })]))
    const text = 'TOP HATTER'
    const match = hats.match({
      kind: 'descriptor',
      text,
      mcc: null,
      amountMinor: null,
      currency: null,
      recurring: null,
    })
    return match.verdict === 'match' ? match.confidence : (match.candidates[0]?.confidence ?? 0)
  }
  expect(likelihood(false)).toBeGreaterThan(0.9)
  expect(likelihood(true)).toBeLessThan(0.9)
})

test('"AI" behind a common word speaks for products with a model alone', () => {
  const porters = (ai: boolean): Match => {
    const matcherOfOne = createMatcher(smallCatalogue([product('porter', { commonWord: true, ai })]))
    return matcherOfOne.match({
      kind: 'descriptor',
      text: 'PORTER AI',
      mcc: null,
      amountMinor: null,
      currency: null,
      recurring: null,
    })
  }
  expect(porters(true)).toMatchObject({ verdict: 'match', app: 'porter' })
  expect(porters(false)).toMatchObject({ verdict: 'ambiguous', candidates: [{ app: 'porter' }] })
})

test('the name of a company that is known for other things says nothing of the product it owns', () => {
  const returns = createMatcher(
    smallCatalogue([product('returnly', { vendor: 'Affirm' }), product('meadow', { vendor: 'Meadowsmiths' })]),
  )
  const candidates = (text: string): readonly string[] =>
    returns
      .match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null })
      .candidates.map(({ app }) => app)
  expect(candidates('AFFIRM')).toEqual([])
  expect(candidates('MEADOWSMITHS')).toEqual(['meadow'])
})

test('a product that is known to be sold through who bills is likelier there', () => {
  const sold = createMatcher(smallCatalogue([product('meadow', { commonWord: true, soldThrough: ['paddle'] })]))
  const unsold = createMatcher(smallCatalogue([product('meadow', { commonWord: true })]))
  const identity = { kind: 'descriptor', mcc: null, amountMinor: null, currency: null, recurring: null } as const
  const text = 'PADDLE.NET* MEADOW'
  const known = sold.match({ ...identity, text })
  const best = unsold.match({ ...identity, text })
  expect(known).toMatchObject({ verdict: 'match', app: 'meadow' })
  expect(known.confidence).toBeGreaterThan(best.candidates[0]?.confidence ?? best.confidence)
})

test('a name is no part of a longer word that everybody knows', () => {
  const disco = createMatcher(smallCatalogue([product('disco')]))
  const text = 'DISCOVER E-PAYMENT 6820'
  const match = disco.match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null })
  expect(match.app).toBeNull()
  expect(match.candidates).toEqual([])
})

test('a common word begins a bill only where its mark is an asterisk', () => {
  const meadows = createMatcher(smallCatalogue([product('meadow', { commonWord: true, stems: ['MEADOW*'] })]))
  const read = (text: string): Match =>
    meadows.match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null })
  expect(read('MEADOW* T012AB3CD').app).toBe('meadow')
  expect(read('MEADOW & SONS BUTCHERS').app).toBeNull()
})

test('reasons tell what was seen and what was left out', () => {
  expect(charge('CHECKCARD 0821 HOOTSUITE T012AB3CD').reasons).toEqual([
    'the text names Hootsuite',
    'left out as bank text: "checkcard 0821"',
  ])
})

test.for([
  ['paddle.netsketch.com', 'sketch'],
  ['HOO*HOOTSUITE MEDIA I', 'hootsuite'],
  ['HOOTSUITE, POSTS FOR COHOOTSUITE.COM', 'hootsuite'],
  ['ACME HOLDINGS DBA HOOTSUITE', 'hootsuite'],
  ['HTTPSHOOTSUITE.COM', 'hootsuite'],
  ['HOOTSUITE RECHNUNG MUENCHEN', 'hootsuite'],
  ['Card transaction of 12.00 USD issued by Hootsuite SAN FRANCISCO', 'hootsuite'],
  ['POS DEBIT VISA CHECK CARD 2231 HOOTSUITE ATLANTA GA', 'hootsuite'],
  ['CLOUD 7KX2P9', 'google-cloud'],
] as const)('%j is read as %s', ([text, app]) => {
  expect(charge(text)).toMatchObject({ verdict: 'match', app })
})

test.for(['CANVAS WORLD', 'SLACKX PRINTERS', 'DRIFTWOOD CAFE', 'cloud street 7kx2p9', 'NOTION SOLICITORS LLP'])(
  '%j only begins like a product',
  (text) => {
    expect(charge(text)).toMatchObject({ app: null })
  },
)

test('a typing error in a long name is proposed, and never accepted', () => {
  const match = charge('HOOTSIUTE DUBLIN')
  expect(match.app).toBeNull()
  expect((match.candidates[0] ?? match.runnerUp)?.app).toBe('hootsuite')
})

test.for([
  ['UNHEARDOF.COM', true],
  ['UNHEARDOF UNHEARDOF.COM DUBLIN', true],
  ['DRI UNHEARDOF', true],
  ['SHI INTERNATIONAL CORP', true],
  ['UNHEARDOFHOSTING.CO.UK', true],
  ['UNHEARDOF.CO.UK', false],
  ['UNHEARDOFSHOP.COM', false],
  ['NIKE.COM', false],
  ['SQ *UNHEARDOF', false],
] as const)('unknown %j is listed as software: %s', ([text, likely]) => {
  expect(charge(text).softwareLikelihood >= 0.5).toBe(likely)
})

test('of two stems that differ in their mark alone, the marked one makes what follows a reference', () => {
  const marked = createMatcher(smallCatalogue([product('acmebooks', { stems: ['ACMEBK *', 'ACMEBK'] })]))
  const read = (text: string) =>
    marked.match({ kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }).app
  expect(read('ACMEBK *QELLRGGL DUBLIN')).toBe('acmebooks')
  expect(read('ACMEBK GARDENING SUPPLIES')).toBeNull()
})
