import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GalleryEntry } from '#core/gallery.ts'
import type { Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { AppClue } from '#core/observation.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

let count = 0
function entry(name: string, domain: string | null, parts: Partial<GalleryEntry> = {}): GalleryEntry {
  count += 1
  const id = `eeeeeeee-0000-4000-8000-${String(count).padStart(12, '0')}`
  return { kind: 'gallery-entry', id, name, publisher: null, domain, ...parts }
}

const SLACK = entry('Slack Gridworks', 'slack.com')
const CANVA = entry('Canva', null)
const FAKE_ZOOM = entry('Zoom', 'zoomy.example')
const JIRA_LINE = entry('Tracker of theirs', 'atlassian.com')
const FIGBYTES = entry('FigBytes', 'figbytes.example', { publisher: 'Figbytes Inc' })
const KUDOS = entry('Kudosboard', null)
const SHEETS = entry('Fabrikam Timesheets', 'fabrikam.example')
const PAYROLL = entry('Fabrikam Payroll', 'fabrikam.example')
const SUMMIT = entry('Summit', 'summitworks.example')
const BLUE = entry('Blue Mountain', 'bluemountainhr.example')
const AIRLINE = entry('Kolibrair Airlines', 'kolibrair.example')
const TWICE = [entry('Wolkenkram', 'wolkenkram.example'), entry('Wolkenkram', 'kramwolken.example')]
const GALLERY = [SLACK, CANVA, FAKE_ZOOM, JIRA_LINE, FIGBYTES, KUDOS, SHEETS, PAYROLL, SUMMIT, BLUE, AIRLINE, ...TWICE]

const matcher = createMatcher(smallCatalogue(), { gallery: GALLERY })

function app(parts: Partial<AppClue>, via: 'oauth' | 'sso' = 'oauth'): Match {
  const clue = {
    identifiers: [{ kind: 'entra-app', value: 'app-1' }] as const,
    name: null,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: 'third-party' as const,
    ...parts,
  }
  return matcher.match({ kind: 'app', via, clue })
}

function setUpFrom({ id }: GalleryEntry, parts: Partial<AppClue> = {}): Match {
  return app({ identifiers: [{ kind: 'entra-template', value: id }], ...parts }, 'sso')
}

function charge(text: string, mcc: string | null = null): Match {
  return matcher.match({ kind: 'descriptor', text, mcc, amountMinor: null, currency: null, recurring: null })
}

test('an app that was set up from a template is the product whose domain the template has, whatever people call it', () => {
  expect(setUpFrom(SLACK, { name: 'Canva' })).toMatchObject({
    app: 'slack',
    attribution: 'identifier',
    confidence: 0.99,
  })
})

test('a template that is only called like a product says no more than a name', () => {
  expect(setUpFrom(CANVA, { name: 'Poster corner' })).toMatchObject({ app: 'canva', attribution: 'name-only' })
  expect(setUpFrom(CANVA, { name: 'Poster corner', domains: ['elsewhere.example'] }).verdict).not.toBe('match')
})

test('a template whose name and domain contradict each other proves nothing', () => {
  expect(setUpFrom(FAKE_ZOOM, { name: 'Calls' })).toMatchObject({ verdict: 'unknown', app: null })
  expect(app({ domains: ['zoomy.example'] })).toMatchObject({ verdict: 'unknown', app: null })
  expect(app({ name: 'Zoom' })).toMatchObject({ verdict: 'match', app: 'zoom' })
})

test('a template at a domain of several products proves none of them', () => {
  expect(setUpFrom(JIRA_LINE, { name: 'Bugs' })).toMatchObject({ verdict: 'unknown' })
})

test('a template that the catalogue does not know is a product of its own, with the id of an unknown app of its domain', () => {
  expect(setUpFrom(FIGBYTES, { name: 'Reports' })).toMatchObject({
    verdict: 'match',
    app: 'app-figbytes-example',
    attribution: 'identifier',
  })
  expect(matcher.product('app-figbytes-example')).toMatchObject({
    name: 'FigBytes',
    vendor: 'Figbytes Inc',
    domains: ['figbytes.example'],
    capabilities: [],
    fromGallery: true,
  })
})

test('a domain that the app itself names outranks a template that names none', () => {
  expect(setUpFrom(KUDOS, { domains: ['hootsuite.com'] })).toMatchObject({ app: 'hootsuite', attribution: 'domain' })
  expect(setUpFrom(KUDOS)).toMatchObject({ app: expect.stringMatching(/^app-kudosboard-e{8}$/) })
})

test('an app of another source is found in the gallery by its domain, and by its name', () => {
  expect(app({ name: 'Reports', domains: ['figbytes.example'] })).toMatchObject({
    app: 'app-figbytes-example',
    attribution: 'domain',
  })
  expect(app({ name: 'FigBytes' })).toMatchObject({ app: 'app-figbytes-example', attribution: 'name-only' })
  expect(app({ name: 'FigBytes' }).confidence).toBeLessThan(0.97)
})

test('among apps of one domain the name decides', () => {
  expect(app({ domains: ['fabrikam.example'] })).toMatchObject({ verdict: 'unknown' })
  expect(app({ name: 'Fabrikam Payroll', domains: ['fabrikam.example'] }).app).toBe(
    `app-fabrikam-payroll-${PAYROLL.id.slice(0, 8)}`,
  )
})

test.for([
  ['a name whose domain is another one', { name: 'FigBytes', domains: ['figbites.example'] }],
  ['a name whose publisher is a stranger', { name: 'FigBytes', publisher: 'Sunny Ventures' }],
  ['a slip of a name', { name: 'FigBites' }],
  ['an everyday word', { name: 'Summit' }],
  ['everyday words that nothing supports', { name: 'Blue Mountain' }],
  ['a name that two apps of the gallery bear', { name: 'Wolkenkram' }],
  ["the company's own app", { name: 'FigBytes', owner: 'in-house' as const }],
] as const)('%s is no app of the gallery', ([, parts]) => {
  expect(app(parts)).toMatchObject({ verdict: 'unknown', app: null, contradiction: null })
})

test('everyday words name an app that people sign in to', () => {
  expect(app({ name: 'Blue Mountain' }, 'sso')).toMatchObject({ app: 'app-bluemountainhr-example', confidence: 0.95 })
})

test('what the gallery calls a product is a name of that product', () => {
  expect(app({ name: 'Slack Gridworks' })).toMatchObject({ app: 'slack', attribution: 'name-only' })
})

test.for([
  ['FIGBYTES.EXAMPLE 4155551234', 'app-figbytes-example', 'domain'],
  ['FABRIKAM TIMESHEETS 8005551234 CA', `app-fabrikam-timesheets-${SHEETS.id.slice(0, 8)}`, 'descriptor'],
  ['SLACK GRIDWORKS 8005551234', 'slack', 'descriptor'],
] as const)('the charge %j is %s', ([text, id, attribution]) => {
  expect(charge(text)).toMatchObject({ verdict: 'match', app: id, attribution })
})

test('a charge of nothing but a name is only proposed', () => {
  const match = charge('FABRIKAM TIMESHEETS')
  expect(match).toMatchObject({ verdict: 'ambiguous', app: null })
  expect(match.candidates.map(({ name }) => name)).toEqual(['Fabrikam Timesheets'])
  expect(charge('FABRIKAM TIMESHEETS', '5734')).toMatchObject({ verdict: 'match' })
})

test.for([
  ['an everyday word', 'SUMMIT 8005551234', null],
  ['everyday words', 'BLUE MOUNTAIN 8005551234', null],
  ['a short name', 'FIGBYTES 8005551234', null],
  ['more words than the name has', 'FABRIKAM TIMESHEETS BAKERY 8005551234', null],
  ['another trade by its category', 'FABRIKAM TIMESHEETS 8005551234', '5812'],
  ['an airline, which galleries list as well', 'KOLIBRAIR AIRLINES 8005551234', null],
  ['its site', 'KOLIBRAIR.EXAMPLE 8005551234', null],
] as const)('a charge with %s is no app of the gallery', ([, text, mcc]) => {
  expect(charge(text, mcc).app).toBeNull()
})

test.for([
  ['FigBytes', 'app-figbytes-example'],
  ['https://www.figbytes.example/login', 'app-figbytes-example'],
  [FIGBYTES.id, 'app-figbytes-example'],
  [SLACK.id, 'slack'],
  ['FABRIKAM TIMESHEETS 8005551234 CA', `app-fabrikam-timesheets-${SHEETS.id.slice(0, 8)}`],
  ['summit', null],
] as const)('the text %j of which nobody says what it is is %s', ([text, id]) => {
  expect(matcher.match({ kind: 'any', text }).app).toBe(id)
})

test('an exact name of the gallery is read before a slip of another name', () => {
  const near = entry('Hootsuites', 'hootsuites.example')
  const beside = createMatcher(smallCatalogue(), { gallery: [near] })
  const without = createMatcher(smallCatalogue())
  expect(without.match({ kind: 'any', text: 'Hootsuites' }).app).not.toBe('app-hootsuites-example')
  expect(beside.match({ kind: 'any', text: 'Hootsuites' })).toMatchObject({ app: expect.any(String) })
})

test('people decide about apps of the gallery as about others', () => {
  const decided = createMatcher(smallCatalogue(), {
    gallery: GALLERY,
    judgements: [
      {
        id: 'j1',
        identifier: { kind: 'name', value: 'FigBytes' },
        app: 'app-figbytes-example',
        decision: 'reject',
        by: 'ana@acme.example',
        at: '2026-01-01T00:00:00.000Z',
        reason: '',
      },
    ],
  })
  const clue = {
    identifiers: [{ kind: 'name', value: 'FigBytes' }] as const,
    name: 'FigBytes',
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
  }
  expect(decided.match({ kind: 'app', via: 'oauth', clue }).app).toBeNull()
})

test('the order of the gallery does not matter', () => {
  const texts = ['FigBytes', 'Fabrikam Payroll', 'Wolkenkram', 'Slack Gridworks', 'fabrikam.example', 'Kudosboard']
  const answers = texts.map((text) => matcher.match({ kind: 'any', text }).app)
  fc.assert(
    fc.property(fc.shuffledSubarray(GALLERY, { minLength: GALLERY.length }), (gallery) => {
      const shuffled = createMatcher(smallCatalogue(), { gallery })
      expect(texts.map((text) => shuffled.match({ kind: 'any', text }).app)).toEqual(answers)
    }),
    { numRuns: 20 },
  )
})

test('no name in a gallery, however strange, makes the matcher throw', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.domain())), { maxLength: 8 }), (rows) => {
      const strange = createMatcher(smallCatalogue(), { gallery: rows.map(([name, domain]) => entry(name, domain)) })
      for (const [text] of rows) {
        for (const kind of ['any', 'app', 'descriptor'] as const)
          expect(matchAs(strange, kind, text).verdict).toBeTypeOf('string')
      }
    }),
    { numRuns: 100 },
  )
})

function matchAs(strange: typeof matcher, kind: 'any' | 'app' | 'descriptor', text: string): Match {
  if (kind === 'any') return strange.match({ kind, text })
  if (kind === 'descriptor') {
    return strange.match({ kind, text, mcc: null, amountMinor: null, currency: null, recurring: null })
  }
  const clue = {
    identifiers: [{ kind: 'name', value: text }] as const,
    name: text,
    publisher: text,
    publisherVerified: false,
    domains: [text],
    ownerTenant: null,
    owner: null,
  }
  return strange.match({ kind, via: 'sso', clue })
}
