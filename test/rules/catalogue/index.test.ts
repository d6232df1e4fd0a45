import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '#rules/catalogue/index.ts'

const RULES = resolve(import.meta.dirname, '../../../rules')
const NOTES = { id: 'acme-notes', name: 'Acme Notes', vendor: 'Acme', capabilities: ['notes'] }
const CAPABILITY = { id: 'notes', name: 'Notes', category: 'writing', words: ['take notes'] }

function rulesFolder(products: unknown, capabilities: unknown = [CAPABILITY]): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  mkdirSync(join(folder, 'catalogue'))
  const text = typeof products === 'string' ? products : JSON.stringify(products)
  writeFileSync(join(folder, 'catalogue', 'writing.json'), text)
  writeFileSync(join(folder, 'capabilities.json'), JSON.stringify(capabilities))
  cpSync(join(RULES, 'intermediaries.json'), join(folder, 'intermediaries.json'))
  return folder
}

describe('the shipped catalogue', () => {
  const catalogue = loadCatalogue()

  test('knows thousands of products, sorted by id, beside capabilities and intermediaries', () => {
    const ids = catalogue.products.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(4500)
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(catalogue.capabilities.length).toBeGreaterThanOrEqual(250)
    expect(catalogue.intermediaries.map(({ id }) => id)).toContain('paddle')
  })

  test('gives each product the category that its file is named for', () => {
    const files = readdirSync(join(RULES, 'catalogue')).filter((file) => file.endsWith('.json'))
    const categories = new Set(catalogue.products.map(({ category }) => category))
    expect([...categories].toSorted()).toEqual(files.map((file) => file.replace('.json', '')).toSorted())
    expect(catalogue.products.find(({ id }) => id === 'mailchimp')).toMatchObject({
      category: 'email-marketing',
      vendor: 'Intuit',
      memberOf: 'intuit',
      domains: ['mailchimp.com', 'mailchi.mp'],
    })
  })

  test('cannot be changed by who reads it', () => {
    expect(Object.isFrozen(catalogue)).toBe(true)
    expect(catalogue.products.every((product) => Object.isFrozen(product) && Object.isFrozen(product.stems))).toBe(true)
  })
})

test('an entry without the usual fields gets their usual values', () => {
  expect(loadCatalogue(rulesFolder([NOTES])).products).toEqual([
    {
      ...NOTES,
      category: 'writing',
      family: false,
      memberOf: null,
      domains: [],
      sharedDomains: [],
      aliases: [],
      stems: [],
      ai: false,
      identifiers: [],
      galleryNames: [],
      soldThrough: [],
      commonWord: false,
    },
  ])
})

test.for([
  ['text that is no JSON', '[{', /writing\.json: is not readable JSON/],
  ['something else than a list', { products: [] }, /writing\.json: must be a JSON array/],
  ['an unknown field', [{ ...NOTES, domain: 'acme.example' }], /writing\.json: entry "acme-notes": .*domain/],
  ['a URL for a domain', [{ ...NOTES, domains: ['https://acme.example'] }], /entry "acme-notes": domains\.0 .*bare/],
  ['a lower-case stem', [{ ...NOTES, stems: ['acme'] }], /entry "acme-notes": stems\.0 is not upper case/],
  ['a stem of two letters', [{ ...NOTES, stems: ['AC'] }], /entry "acme-notes": stems\.0 has fewer than 3/],
  ['an id in capitals', [{ ...NOTES, id: 'Acme' }], /entry "Acme": id is not kebab-case/],
  ['no capability', [{ ...NOTES, capabilities: [] }], /entry "acme-notes": capabilities names no capability/],
  ['a missing id', [{ name: 'Acme Notes' }], /writing\.json: entry number 1: id /],
  ['an unknown kind of identifier', [{ ...NOTES, identifiers: [{ kind: 'x', value: 'y' }] }], /identifiers\.0\.kind/],
] as const)('a file with %s is refused, naming file, entry and problem', ([, products, message]) => {
  expect(() => loadCatalogue(rulesFolder(products))).toThrow(message)
})

test('a capability without words is refused, because no need could lead to it', () => {
  expect(() => loadCatalogue(rulesFolder([NOTES], [{ ...CAPABILITY, words: [] }]))).toThrow(
    /capabilities\.json: entry "notes": words has no plain-language words/,
  )
})
