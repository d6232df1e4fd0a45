import { expect, test } from 'vitest'
import { backtest } from '#core/backtest/backtest.ts'
import type { Backtest } from '#core/backtest/backtest.ts'
import type { Proposal } from '#core/backtest/proposal.ts'
import type { Judgement } from '#core/judgement.ts'
import type { Observation } from '#core/observation.ts'
import { gather } from '#core/reconcile/gather.ts'
import { product, smallCatalogue } from '#test/support/catalogue.ts'
import { split } from '#test/support/judgements.ts'
import { charge, clue, grant, person } from '#test/support/observations.ts'

const BEFORE = smallCatalogue()
const LEDGER = clue({
  identifiers: [{ kind: 'google-client', value: '700009-l.apps.googleusercontent.com' }],
  name: 'Ledgerkeep',
})
const HISTORY: readonly Observation[] = [
  person('ana@acme.example', { name: 'Ana Alves' }),
  charge('LEDGERKEEP SVC 4711', '2026-01-05', 4_000, { person: 'ana@acme.example' }),
  charge('LEDGERKEEP SVC 4711', '2026-02-05', 4_000, { person: 'Ana Alves' }),
  charge('LEDGERKEEP SVC 4711', '2026-02-07', -1_000),
  charge('LEDGERKEEP SVC 4711', '2026-02-08', 900, { amount: { minor: 900, currency: 'USD' } }),
  charge('CANVA* 0301', '2026-01-09', 1_200),
  charge('TESCO STORES 88', '2026-01-10', 3_300),
  grant(LEDGER, 'ana@acme.example'),
  grant(LEDGER, 'bo@acme.example'),
]

function proposing(entries: Proposal['entries'], after: Partial<Proposal['after']>, parts: Partial<Proposal> = {}) {
  return { before: BEFORE, after: { ...BEFORE, ...after }, entries, descriptors: [], collisions: [], ...parts }
}

function entry(where: string, ...products: readonly string[]): Proposal['entries'][number] {
  return { where, products, warnings: [] }
}

async function tested(
  proposal: Proposal,
  { judgements = [], history = HISTORY }: { judgements?: readonly Judgement[]; history?: readonly Observation[] } = {},
): Promise<Backtest> {
  return backtest(await gather(history), { proposal, judgements })
}

const LEDGERKEEP = product('ledgerkeep', { stems: ['LEDGERKEEP SVC'] })
const NEW_PRODUCT = proposing([entry('line 1', 'ledgerkeep')], { products: [...BEFORE.products, LEDGERKEEP] })

test('a new product says which charges and apps become it, with rows, people and spend by currency', async () => {
  const { identities, changes } = await tested(NEW_PRODUCT)
  expect(identities).toBe(4)
  expect(changes).toMatchObject([
    {
      entry: 'line 1',
      what: 'charge',
      text: 'LEDGERKEEP SVC 4711',
      before: { verdict: 'unknown', app: null },
      after: { verdict: 'match', app: 'ledgerkeep', name: 'Ledgerkeep' },
      held: false,
      dangers: [],
      weight: {
        rows: 4,
        people: ['ana@acme.example'],
        spendMinor: { EUR: 7_000, USD: 900 },
        firstSeen: '2026-01-05',
        lastSeen: '2026-02-08',
      },
    },
    {
      what: 'app',
      source: 'google',
      text: 'Ledgerkeep',
      after: { app: 'ledgerkeep' },
      weight: { rows: 2, people: ['ana@acme.example', 'bo@acme.example'], spendMinor: {}, firstSeen: null },
    },
  ])
})

test('nothing changes by a product that nobody met', async () => {
  const products = [...BEFORE.products, product('nobodys', { stems: ['NOBODYS SVC'] })]
  expect((await tested(proposing([entry('line 1', 'nobodys')], { products }))).changes).toEqual([])
})

test('what a product loses, and what was no software, are told as dangers', async () => {
  const products = BEFORE.products.filter(({ id }) => id !== 'canva')
  const lost = await tested(proposing([entry('line 1', 'canva')], { products }))
  expect(lost.changes).toMatchObject([{ text: 'CANVA* 0301', after: { app: null }, dangers: ['lost-product'] }])

  const taker = proposing([entry('line 2', 'own-canva', 'canva')], {
    products: [...BEFORE.products.filter(({ id }) => id !== 'canva'), product('own-canva', { stems: ['CANVA*'] })],
  })
  expect((await tested(taker)).changes).toMatchObject([
    { before: { app: 'canva' }, after: { app: 'own-canva' }, dangers: ['taken-from-product'] },
  ])

  const descriptors = [{ text: 'TESCO*', app: 'notion', where: 'line 3' }]
  const stated = proposing([entry('line 3'), entry('line 4')], { descriptors }, { descriptors })
  expect((await tested(stated)).changes).toMatchObject([
    { entry: 'line 3', before: { verdict: 'not-software' }, after: { app: 'notion' }, dangers: ['was-not-software'] },
  ])
})

test('what people judged stays, and the entry that would say otherwise is told', async () => {
  const judgement: Judgement = {
    id: 'j1',
    identifier: { kind: 'descriptor', value: 'LEDGERKEEP SVC 4711' },
    app: null,
    decision: 'confirm',
    by: 'ana@acme.example',
    at: '2026-03-01T09:00:00.000Z',
    reason: 'a bookshop',
  }
  const { changes } = await tested(NEW_PRODUCT, { judgements: [judgement] })
  expect(
    changes.map(({ what, held, before, after, dangers }) => ({
      what,
      held,
      was: before.verdict,
      app: after.app,
      dangers,
    })),
  ).toEqual([
    {
      what: 'charge',
      held: true,
      was: 'not-software',
      app: 'ledgerkeep',
      dangers: ['was-not-software', 'against-judgement'],
    },
    { what: 'app', held: false, was: 'unknown', app: 'ledgerkeep', dangers: [] },
  ])
})

test('an app that people named is told by that name', async () => {
  const judgements = [split({ kind: 'descriptor', value: 'LEDGERKEEP SVC 4711' }, 'app-books', 'Our Books')]
  const { changes } = await tested(NEW_PRODUCT, { judgements })
  expect(changes.find(({ what }) => what === 'charge')?.before).toMatchObject({ app: 'app-books', name: 'Our Books' })
})

test('each change is told of the entry that makes it, in the order of entries', async () => {
  const products = [
    ...BEFORE.products.filter(({ id }) => id !== 'canva'),
    LEDGERKEEP,
    product('own', { stems: ['CANVA*'] }),
  ]
  const both = proposing([entry('line 1', 'own', 'canva'), entry('line 2', 'ledgerkeep')], { products })
  expect((await tested(both)).changes.map(({ entry: by, text }) => [by, text])).toEqual([
    ['line 1', 'CANVA* 0301'],
    ['line 2', 'LEDGERKEEP SVC 4711'],
    ['line 2', 'Ledgerkeep'],
  ])
})

test('the order of what is stored does not matter', async () => {
  expect(await tested(NEW_PRODUCT, { history: HISTORY.toReversed() })).toEqual(await tested(NEW_PRODUCT))
})
