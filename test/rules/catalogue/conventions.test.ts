import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getDomain } from 'tldts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadCatalogue } from '#rules/catalogue/index.ts'

const FOLDER = resolve(import.meta.dirname, '../../../rules/catalogue')
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
const USUAL = new Set(['false', 'null', '[]'])
const { products, capabilities } = loadCatalogue()

describe.for(FILES)('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  const entries = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(text))

  test('holds one object a line, sorted by id, so that two additions seldom meet in one place', () => {
    expect(text.trimEnd().split('\n')).toHaveLength(entries.length + 2)
    const ids = entries.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  test('leaves out what is usual', () => {
    const written = entries.flatMap(({ id, ...fields }) =>
      Object.entries(fields)
        .filter(([, value]) => USUAL.has(JSON.stringify(value)))
        .map(([field]) => `${id}.${field}`),
    )
    expect(written).toEqual([])
  })
})

test('domains are registrable, so that any host below them leads to the product', () => {
  const others = products.flatMap(({ id, domains, sharedDomains }) =>
    [...domains, ...sharedDomains].filter((domain) => getDomain(domain) !== domain).map((domain) => `${id}: ${domain}`),
  )
  expect(others).toEqual([])
})

test('no product is listed with the same name, domain, stem or capability twice', () => {
  const repeated = products.flatMap(({ id, ...product }) =>
    [
      product.aliases,
      product.domains,
      product.stems,
      product.capabilities,
      product.soldThrough,
      [...product.galleryNames, product.name],
    ]
      .filter((list) => new Set(list).size !== list.length)
      .map((list) => `${id}: ${list.join(', ')}`),
  )
  expect(repeated).toEqual([])
})

test('stems are written with single spaces and no lower-case letter', () => {
  const odd = products.flatMap(({ stems }) => stems.filter((stem) => /\s{2}|[a-z]/u.test(stem)))
  expect(odd).toEqual([])
})

test('identifiers have the form that their provider gives them', () => {
  const forms = {
    'google-client': /^\d+(-[a-z0-9]+)?\.apps\.googleusercontent\.com$/u,
    'entra-app': /^[0-9a-f-]{36}$/u,
  }
  const identifiers = products.flatMap((product) => product.identifiers)
  expect(identifiers.length).toBeGreaterThan(0)
  for (const { kind, value } of identifiers) {
    const form = kind === 'google-client' || kind === 'entra-app' ? forms[kind] : /./u
    expect(value).toMatch(form)
  }
})

test('a family offers what at least one of its members offers', () => {
  for (const family of products.filter((product) => product.family)) {
    const offered = products.filter(({ memberOf }) => memberOf === family.id).flatMap((member) => member.capabilities)
    expect({ family: family.id, shares: family.capabilities.some((id) => offered.includes(id)) }).toMatchObject({
      shares: true,
    })
  }
})

test('products whose work is a language model are tagged as AI', () => {
  const ai = products.filter((product) => product.ai).map(({ id }) => id)
  expect(ai.length).toBeGreaterThanOrEqual(200)
  expect(ai).toEqual(
    expect.arrayContaining(['chatgpt', 'claude', 'cursor', 'deepl', 'grammarly', 'midjourney', 'otter-ai']),
  )
  expect(ai).not.toEqual(expect.arrayContaining(['xero']))
})

const MAIN_NEEDS = `e-signature video-meetings project-management whiteboard email-campaigns social-scheduling forms surveys
  password-management ai-writing ai-assistant meeting-notes crm helpdesk session-replay graphic-design screen-recording
  meeting-scheduling file-sharing seo payroll workflow-automation accounting expense-management hr-system applicant-tracking
  web-hosting domain-names stock-photos pdf-editing remote-access endpoint-protection landing-pages webinars`

test.for(MAIN_NEEDS.split(/\s+/u))('who needs %s has at least ten products to choose from', (capability) => {
  const offering = products.filter((product) => !product.family && product.capabilities.includes(capability))
  expect(offering.length).toBeGreaterThanOrEqual(10)
})

test('every capability can be reached by words of its own, in lower case', () => {
  const words = capabilities.flatMap((capability) => capability.words)
  expect(words.filter((word) => word !== word.toLowerCase())).toEqual([])
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  expect(new Set(capabilities.map(({ name }) => name.toLowerCase())).size).toBe(capabilities.length)
})
