import { expect, test } from 'vitest'
import type { Capability, Product } from '#core/catalogue.ts'
import { findClashes } from '#rules/catalogue/clashes.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'

const NOTES: Product = {
  id: 'notes',
  name: 'Acme Notes',
  vendor: 'Acme',
  family: false,
  memberOf: null,
  domains: ['notes.example'],
  sharedDomains: [],
  aliases: [],
  stems: ['ACMENOTES'],
  category: 'writing',
  capabilities: ['writing'],
  ai: false,
  identifiers: [],
  galleryNames: [],
  soldThrough: [],
  commonWord: false,
}
const BOARD: Product = { ...NOTES, id: 'board', name: 'Acme Board', domains: ['board.example'], stems: [] }
const ACME: Product = { ...NOTES, id: 'acme', name: 'Acme', family: true, domains: ['acme.example'], stems: [] }
const WRITING: Capability = { id: 'writing', name: 'Writing', category: 'writing', words: ['write'], overlaps: true }

function clashesOf(products: readonly Product[], capabilities: readonly Capability[] = [WRITING]): readonly string[] {
  return findClashes({ products, capabilities, intermediaries: [] }).map(
    ({ entries, problem }) => `${entries.join(' + ')}: ${problem}`,
  )
}

test('the shipped catalogue has no clash', () => {
  expect(findClashes(loadCatalogue())).toEqual([])
})

test('a family that owns a domain, and members that declare it as shared, do not clash', () => {
  const member = { memberOf: 'acme', sharedDomains: ['acme.example'] }
  expect(clashesOf([ACME, { ...NOTES, ...member }, { ...BOARD, ...member }])).toEqual([])
})

test('a product may be sold through an intermediary that exists', () => {
  const sold = { ...NOTES, soldThrough: ['paddle'] }
  expect(
    findClashes({ products: [sold], capabilities: [WRITING], intermediaries: loadCatalogue().intermediaries }),
  ).toEqual([])
})

test('a domain that nobody owns may be shared by two products', () => {
  const sharedDomains = ['shared.example']
  expect(
    clashesOf([
      { ...NOTES, sharedDomains },
      { ...BOARD, sharedDomains },
    ]),
  ).toEqual([])
})

test.for([
  ['two equal ids', [NOTES, { ...BOARD, id: 'notes' }], 'notes + notes: id "notes" is claimed by 2 entries'],
  ['an alias that is another name', [NOTES, { ...BOARD, aliases: ['ACME-notes'] }], 'board + notes: name "acmenotes"'],
  ['a gallery name claimed twice', [NOTES, { ...BOARD, galleryNames: ['Acme Notes'] }], 'board + notes: name'],
  ['a stem claimed twice', [NOTES, { ...BOARD, stems: ['ACMENOTES'] }], 'board + notes: stem "ACMENOTES"'],
  [
    'an identifier claimed twice',
    [NOTES, BOARD].map((product) => ({ ...product, identifiers: [{ kind: 'okta-app', value: 'acme' }] })),
    'board + notes: identifier "okta-app:acme"',
  ],
  ['a domain owned twice', [NOTES, { ...BOARD, domains: ['notes.example'] }], 'board + notes: domain "notes.example"'],
  [
    "a domain shared with a product that is not one's family",
    [NOTES, { ...BOARD, sharedDomains: ['notes.example'] }],
    'board + notes: domain "notes.example" is shared by "board" but owned by "notes", which is not its family',
  ],
  [
    'a domain shared with nobody',
    [{ ...NOTES, sharedDomains: ['a.example'] }],
    'notes: domain "a.example" is declared',
  ],
  [
    'a capability that does not exist',
    [{ ...NOTES, capabilities: ['writing', 'flying'] }],
    'notes: capability "flying"',
  ],
  ['no capability at all', [NOTES, { ...BOARD, capabilities: [] }], 'board: names no capability'],
  [
    'a seller that is no intermediary',
    [{ ...NOTES, soldThrough: ['corner-shop'] }],
    'notes: is sold through "corner-shop"',
  ],
  ['a family that does not exist', [{ ...NOTES, memberOf: 'acme' }], 'notes: family "acme" does not exist'],
  ['a family that is a plain product', [{ ...NOTES, memberOf: 'board' }, BOARD], 'notes: "board" is no family'],
  ['a family without members', [ACME, NOTES], 'acme: is a family without members'],
  ['a stem of one everyday word', [{ ...NOTES, stems: ['BEAR'] }], 'notes: stem "BEAR" is an everyday word'],
] satisfies readonly (readonly [string, readonly Product[], string])[])('%s clashes', ([, products, clash]) => {
  const found = clashesOf(products)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(clash)
})

test.for([
  ['of a category without a file', { ...WRITING, category: 'poetry' }, 'writing: capability is in category "poetry"'],
  ['that no product has', { ...WRITING, id: 'flying' }, 'flying: capability is offered by no product'],
] as const)('a capability %s clashes', ([, capability, clash]) => {
  expect(clashesOf([NOTES], [WRITING, capability]).join('\n')).toContain(clash)
})

test('clashes come in the same order whatever the order of the products', () => {
  const products = [NOTES, { ...BOARD, aliases: ['Acme Notes'] }, { ...ACME, capabilities: ['flying'] }]
  expect(clashesOf(products.toReversed())).toEqual(clashesOf(products))
})
