import { expect, test } from 'vitest'
import { productEntry } from '#rules/catalogue/entry.ts'
import { factsOf, sourceClashes } from '#rules/catalogue/facts.ts'
import { loadEntries } from '#rules/catalogue/index.ts'

const NOTES = {
  id: 'acme-notes',
  name: 'Acme Notes',
  vendor: 'Acme',
  domains: ['notes.example', 'old-notes.example'],
  stems: ['ACMENOTES'],
  identifiers: [{ kind: 'okta-app', value: 'acmenotes' }],
  capabilities: ['notes'],
}

function entry(sources: Readonly<Record<string, readonly string[]>>) {
  return productEntry.parse({ ...NOTES, sources })
}

test('a fact without a source stands as one that nobody checked', () => {
  expect(factsOf(entry({}))).toEqual([
    { product: 'acme-notes', field: 'name', value: 'Acme Notes', sources: [] },
    { product: 'acme-notes', field: 'domains', value: 'notes.example', sources: [] },
    { product: 'acme-notes', field: 'domains', value: 'old-notes.example', sources: [] },
    { product: 'acme-notes', field: 'stems', value: 'ACMENOTES', sources: [] },
    { product: 'acme-notes', field: 'identifiers', value: 'acmenotes', sources: [] },
  ])
})

test('a source vouches for single facts, and several may vouch for one', () => {
  const facts = factsOf(
    entry({
      'public-app-lists': ['name', 'domains:notes.example'],
      'vendor-site': ['domains:notes.example', 'stems:ACMENOTES'],
    }),
  )
  expect(facts.map(({ value, sources }) => [value, ...sources])).toEqual([
    ['Acme Notes', 'public-app-lists'],
    ['notes.example', 'vendor-site', 'public-app-lists'],
    ['old-notes.example'],
    ['ACMENOTES', 'vendor-site'],
    ['acmenotes'],
  ])
})

test.for([
  [
    'a value that the entry does not state',
    { 'vendor-site': ['stems:ACME'] },
    '"vendor-site" vouches for "stems:ACME"',
  ],
  ['a whole list', { 'entra-gallery': ['domains'] }, '"entra-gallery" vouches for "domains"'],
  ['something that is no field', { 'vendor-site': ['price'] }, '"vendor-site" vouches for "price"'],
] as const)('a source that vouches for %s clashes', ([, sources, problem]) => {
  const found = sourceClashes(entry(sources))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ entries: ['acme-notes'], problem: expect.stringContaining(problem) })
})

test('sources that vouch for what the entry states do not clash', () => {
  expect(sourceClashes(entry({ 'vendor-site': ['name', 'stems:ACMENOTES', 'identifiers:acmenotes'] }))).toEqual([])
})

test('a source that nobody described is refused', () => {
  const result = productEntry.safeParse({ ...NOTES, sources: { hearsay: ['name'] } })
  expect(result.error?.issues[0]?.path).toEqual(['sources'])
})

test('in the shipped catalogue every source vouches for something that its entry states', () => {
  expect(loadEntries().flatMap(sourceClashes)).toEqual([])
})
