import { expect, test } from 'vitest'
import { createMatcher } from '#core/match/matcher.ts'
import { loadOwnFiles, ownEntry } from '#test/support/own-catalogue.ts'

function textMatch(text: string) {
  return { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null } as const
}

test('a product of the company is one like any other, in the order of ids', async () => {
  const { catalogue, own, problems } = await loadOwnFiles({
    'tools.json': [ownEntry('ledgerkeep', { domains: ['ledgerkeep.example'], stems: ['LEDGERKEEP SVC'], ai: true })],
  })
  expect(problems).toEqual([])
  expect(own).toMatchObject({ products: 1, stems: 1, domains: 1, aliases: 0, extended: 0 })
  const ids = catalogue.products.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
  expect(catalogue.products.find(({ id }) => id === 'ledgerkeep')).toEqual({
    ...ownEntry('ledgerkeep', { domains: ['ledgerkeep.example'], stems: ['LEDGERKEEP SVC'], ai: true }),
    family: false,
    memberOf: null,
    sharedDomains: [],
    aliases: [],
    identifiers: [],
    galleryNames: [],
    soldThrough: [],
    commonWord: false,
  })
})

test('an extension adds to a known product, and leaves out what the company does not want of it', async () => {
  const { catalogue, own, problems } = await loadOwnFiles({
    'more.json': [
      { extends: 'slack', aliases: ['Acme Chat Hub'], stems: ['ACME RESALE SLACK'], domains: ['acmechat.com'] },
      { extends: 'slack', identifiers: [{ kind: 'okta-app', value: 'acme_chat' }], without: ['Slack Technologies'] },
    ],
  })
  expect(problems).toEqual([])
  expect(own).toMatchObject({ products: 0, extended: 1, aliases: 1, stems: 1, domains: 1, identifiers: 1 })
  expect(catalogue.products.find(({ id }) => id === 'slack')).toMatchObject({
    name: 'Slack',
    vendor: 'Salesforce',
    domains: ['slack.com', 'acmechat.com'],
    aliases: ['Acme Chat Hub'],
    stems: ['SLACK T', 'ACME RESALE SLACK'],
    identifiers: [{ kind: 'google-client' }, { kind: 'okta-app', value: 'acme_chat' }],
  })
})

test('what is left out of one product may be claimed by another', async () => {
  const { problems } = await loadOwnFiles({
    'a.json': [ownEntry('gsuite-own', { aliases: ['G Suite'] }), { extends: 'google-workspace', without: ['G Suite'] }],
  })
  expect(problems).toEqual([])
})

test('an entry stands in for a known product where it says so', async () => {
  const { catalogue, own, problems } = await loadOwnFiles({
    'a.json': [
      ownEntry('slack', { name: 'Slack', replaces: ['slack'] }),
      ownEntry('own-box', { name: 'Box', replaces: ['box'] }),
    ],
  })
  expect(problems).toEqual([])
  expect(own).toMatchObject({ products: 2, replaced: 2 })
  expect(catalogue.products.find(({ id }) => id === 'slack')).toMatchObject({ vendor: 'Acme', domains: [] })
  expect(catalogue.products.map(({ id }) => id)).not.toContain('box')
})

test('own capabilities and intermediaries serve own products', async () => {
  const { catalogue, problems } = await loadOwnFiles({
    'capabilities.json': [{ id: 'hull-welding', name: 'Hull welding', category: 'shipyard', words: ['weld a hull'] }],
    'intermediaries.json': [
      { id: 'locpay', name: 'LocPay', role: 'processor', prefixes: ['LOCPAY*'], sellsSoftware: false },
    ],
    'a.json': [
      ownEntry('weldplan', {
        name: 'Weldplan',
        category: 'shipyard',
        capabilities: ['hull-welding'],
        soldThrough: ['locpay'],
      }),
    ],
  })
  expect(problems).toEqual([])
  const match = createMatcher(catalogue).match(textMatch('LOCPAY*WELDPLAN 4711'))
  expect(match).toMatchObject({ verdict: 'match', app: 'weldplan', intermediary: 'locpay' })
})

test('a charge text that the company states outranks every score, also next month and by its beginning', async () => {
  const { catalogue, own, problems } = await loadOwnFiles({
    'descriptors.csv': 'text;product\r\nZAPFENBERG 7 GMBH;Slack\r\nSLACK LANE BAR*;NONE\r\n',
  })
  expect(problems).toEqual([])
  expect(own).toMatchObject({ descriptors: 2 })
  const matcher = createMatcher(catalogue)
  const stated = { verdict: 'match', app: 'slack', attribution: 'descriptor' }
  expect(matcher.match(textMatch('ZAPFENBERG 7 GMBH'))).toMatchObject(stated)
  const later = matcher.match(textMatch('Zapfenberg GmbH 88123'))
  expect(later).toMatchObject(stated)
  expect(later.reasons).toEqual(['descriptors.csv, line 2 says that "ZAPFENBERG 7 GMBH" is Slack'])
  expect(matcher.match(textMatch('SLACK LANE BAR DUBLIN'))).toMatchObject({ verdict: 'not-software', app: null })
  expect(matcher.match(textMatch('SLACK T012AB3CD'))).toMatchObject({ app: 'slack' })
})

test('a person who refused a stated product keeps the last word', async () => {
  const { catalogue } = await loadOwnFiles({ 'descriptors.csv': 'text,product\nZAPFENBERG GMBH,slack\n' })
  const judgement = {
    id: 'j1',
    identifier: { kind: 'descriptor', value: 'ZAPFENBERG GMBH' },
    app: 'slack',
    decision: 'reject',
    by: 'ana@acme.example',
    at: '2026-03-01T09:00:00.000Z',
    reason: '',
  } as const
  expect(createMatcher(catalogue, { judgements: [judgement] }).match(textMatch('ZAPFENBERG GMBH')).app).toBeNull()
})

test('without a folder the catalogue is the shipped one; files that are no catalogue are left aside', async () => {
  const { own, problems } = await loadOwnFiles({ 'README.md': 'ours', '.hidden.json': '{', 'a.json~': '{' })
  expect(problems).toEqual([])
  expect(own).toMatchObject({ products: 0, descriptors: 0 })
})
