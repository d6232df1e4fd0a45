import { expect, test } from 'vitest'
import { productEntry } from '#rules/catalogue/entry.ts'
import { asProduct } from '#rules/catalogue/product.ts'
import { catalogueReport } from '#rules/catalogue/report.ts'

const ENTRIES = [
  { id: 'acme', name: 'Acme', vendor: 'Acme', family: true, capabilities: ['notes'], sharedDomains: ['acme.example'] },
  {
    id: 'acme-notes',
    name: 'Acme Notes',
    vendor: 'Acme',
    memberOf: 'acme',
    sharedDomains: ['acme.example'],
    stems: ['ACME NOTES'],
    capabilities: ['notes'],
    ai: true,
    sources: { 'vendor-site': ['name', 'stems:ACME NOTES'] },
  },
  { id: 'posts', name: 'Posts', vendor: 'Posts Ltd', capabilities: ['notes'] },
].map((entry) => productEntry.parse(entry))

test('counts products, what is missing of them, and facts without a source, by category', () => {
  const products = ENTRIES.map((entry) => asProduct(entry, entry.id === 'posts' ? 'social-media' : 'notes-and-wikis'))
  const notes = { id: 'notes', name: 'Notes', category: 'notes-and-wikis', words: ['notes'], overlaps: true }
  const report = catalogueReport({ products, capabilities: [notes], intermediaries: [] }, ENTRIES)
  const posts = { products: 1, ai: 0, families: 0, withoutDomain: 1, withoutStem: 1, facts: 1, sourced: 0 }
  expect(report).toEqual({
    all: { products: 3, ai: 1, families: 1, withoutDomain: 1, withoutStem: 2, facts: 6, sourced: 2 },
    marketing: posts,
    vendors: 2,
    capabilities: 1,
    intermediaries: 0,
    categories: [
      ['notes-and-wikis', { products: 2, ai: 1, families: 1, withoutDomain: 0, withoutStem: 1, facts: 5, sourced: 2 }],
      ['social-media', posts],
    ],
  })
})
