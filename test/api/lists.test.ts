import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACME } from '#test/support/acme.ts'
import { openTestApi } from '#test/support/api.ts'
import type { TestApi } from '#test/support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(ACME)
})
afterAll(() => api[Symbol.asyncDispose]())

const LISTS = ['apps', 'findings', 'inventory', 'shortlist', 'scans', 'imports', 'requests'] as const
const EXPORTS = ['apps', 'findings', 'inventory', 'shortlist'] as const

/** Walks `Link` to the end; the items of each page. */
async function pages(path: string): Promise<readonly (readonly Readonly<Record<string, unknown>>[])[]> {
  const found: (readonly Readonly<Record<string, unknown>>[])[] = []
  for (let next: string | null = path; next !== null;) {
    const answer = await api.call(`GET ${next}`)
    expect(answer.status).toBe(200)
    found.push(answer.items())
    next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
    if (found.length > 50) throw new Error('the pages do not end')
  }
  return found
}

describe('every list', () => {
  test.for(LISTS)('%s answers items of the described shape', async (name) => {
    const answer = await api.call(`GET /api/v1/${name}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('link')).toBeNull()
  })

  test.for(['apps', 'findings', 'inventory'] as const)(
    '%s pages by Link without repeating or skipping',
    async (name) => {
      const whole = (await api.call(`GET /api/v1/${name}`)).items()
      expect(whole.length).toBeGreaterThan(2)
      const paged = await pages(`/api/v1/${name}?limit=2`)
      expect(paged.flat()).toEqual(whole)
      expect(paged.slice(0, -1).map((page) => page.length)).toEqual(paged.slice(1).map(() => 2))
    },
  )

  test.for(LISTS)('%s refuses a limit and a cursor that are none', async (name) => {
    const answers = await Promise.all(
      ['limit=0', 'limit=many', 'limit=100000'].map((query) => api.call(`GET /api/v1/${name}?${query}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
    expect((await api.call(`GET /api/v1/${name}?after=bm93aGVyZQ`)).status).toBe(410)
  })

  test.for(EXPORTS)('%s as csv and xlsx is a file of the whole list', async (name) => {
    const csv = await api.call(`GET /api/v1/${name}?format=csv&limit=1`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`)
    const lines = (await api.call(`GET /api/v1/${name}`)).items()
    expect(csv.text.trimEnd().split(/\r?\n/).length).toBeGreaterThan(lines.length)
    const xlsx = await api.call(`GET /api/v1/${name}?format=xlsx`)
    expect(xlsx.headers.get('content-disposition')).toBe(`attachment; filename="${name}.xlsx"`)
    expect(xlsx.text.slice(0, 2)).toBe('PK')
    expect((await api.call(`GET /api/v1/${name}?format=pdf`)).status).toBe(400)
  })
})

describe('apps', () => {
  test('have exactly the published fields', async () => {
    const app = (await api.call('GET /api/v1/apps?q=zephyr')).items()[0]
    expect(app).toEqual({
      app: 'zephyrmail',
      name: 'Zephyrmail',
      vendor: 'Zephyrmail',
      domain: 'zephyrmail.example',
      kind: 'third-party',
      standing: 'unlisted',
      inventoryEntry: null,
      users: 3,
      sources: {
        google: { users: 3, identifiers: ['700001-z.apps.googleusercontent.com'], scopes: ['openid'] },
        statement: { charges: 3, spendMinor: { EUR: 29_700 } },
      },
      attribution: 'identifier',
      tags: [],
      firstSeen: expect.stringMatching(/^2026-/),
      lastSeen: expect.stringMatching(/^2026-/),
    })
  })

  test.for<[string, readonly string[]]>([
    ['standing=approved', ['quillsend']],
    ['source=statement', ['inkwell', 'quillsend', 'signorama', 'zephyrmail']],
    ['capability=e-signature', ['inkwell', 'signorama']],
    ['q=EPHYR', ['zephyrmail']],
    ['q=quillsend.example&standing=approved', ['quillsend']],
    ['q=quillsend&standing=rejected', []],
  ])('are narrowed by %s, also as a file', async ([query, expected]) => {
    const items = (await api.call(`GET /api/v1/apps?${query}`)).items()
    expect(items.map(({ app }) => app)).toEqual(expected)
    const csv = (await api.call(`GET /api/v1/apps?${query}&format=csv`)).text.trimEnd().split(/\r?\n/).slice(1)
    expect(csv.map((line) => line.split(',')[0])).toEqual(expected)
  })

  test.for(['standing=good', 'kind=apps', 'source=slack', `q=${'x'.repeat(201)}`])(
    'refuse the filter %s',
    async (query) => {
      const answer = await api.call(`GET /api/v1/apps?${query}`)
      expect(answer.status).toBe(400)
      expect(answer.json()).toMatchObject({ errors: [{ pointer: `query:/${query.split('=')[0]}` }] })
    },
  )

  test('one comes with its evidence', async () => {
    const app = (await api.call('GET /api/v1/apps/zephyrmail')).json()
    expect(app).toMatchObject({
      app: 'zephyrmail',
      capabilities: ['email-campaigns'],
      annualMinor: { EUR: 118_800 },
      evidence: {
        people: [{ person: 'ana@acme.example' }, { person: 'bo@acme.example' }, { person: 'cy@acme.example' }],
        charges: [{ amount: { minor: 9900, currency: 'EUR' } }, {}, {}],
      },
    })
  })

  test.for(['nowhere', '..%2Fx', '%00', '%E0%A4%A', '<script>'])('one that is not there, %s, is 404', async (id) => {
    expect((await api.call(`GET /api/v1/apps/${id}`)).status).toBe(404)
  })

  test('a cell of a file never begins a formula', async () => {
    const { text } = await api.call('GET /api/v1/apps?format=csv')
    expect(text).toContain('Deskly<b>')
    expect(text.split(/[,\r\n]/).filter((cell) => /^"?[=+@-]\D/.test(cell))).toEqual([])
  })
})

describe('findings', () => {
  test('are narrowed by each of their filters', async () => {
    const all = (await api.call('GET /api/v1/findings')).items()
    for (const [name, key] of Object.entries({ rule: 'rule', severity: 'severity', status: 'status', app: 'app' })) {
      const value = all.find((finding) => finding[key] !== null)?.[key]
      const items = (await api.call(`GET /api/v1/findings?${name}=${String(value)}`)).items()
      expect({ name, items }).toEqual({ name, items: all.filter((finding) => finding[key] === value) })
    }
    const needs = (await api.call('GET /api/v1/findings?needsYou=true')).items()
    expect(needs).toEqual(all.filter(({ needsYou }) => needsYou))
    expect(needs.length).toBeGreaterThan(0)
    expect((await api.call('GET /api/v1/findings?needsYou=maybe')).status).toBe(400)
    expect((await api.call('GET /api/v1/findings?rule=nothing')).status).toBe(400)
  })

  test('one is the line of the list, with its version', async () => {
    const [first] = (await api.call('GET /api/v1/findings')).items()
    const one = await api.call(`GET /api/v1/findings/${String(first?.['id'])}`)
    expect(one.json()).toEqual(first)
    expect(one.headers.get('etag')).toBe('"1"')
    expect((await api.call('GET /api/v1/findings/nowhere')).status).toBe(404)
  })
})

describe('the shortlist', () => {
  test('has a group a capability, and its file a row an app', async () => {
    const groups = (await api.call('GET /api/v1/shortlist')).items()
    expect(groups.map(({ group }) => group)).toContain('e-signature')
    const csv = (await api.call('GET /api/v1/shortlist?format=csv')).text.replace(/^\uFEFF/, '')
    expect(csv.split(/\r?\n/)[0]).toBe(
      'group,capability,app,name,action,users,shared_users,annual_spend,currency,saving_low,saving_high,renewal,notice_by,standing,owner,confidence,reason,case_for_keeping,gaps',
    )
  })
})

describe('check', () => {
  test.for<[string, object]>([
    ['quilsend', { understoodAs: 'name', answer: 'use-it', app: 'quillsend', owner: 'ida@acme.example' }],
    ['https%3A%2F%2Fapp.quillsend.example%2Flogin', { understoodAs: 'domain', app: 'quillsend' }],
    ['SIGNORAMA', { answer: 'in-use-not-approved', app: 'signorama' }],
    ['e-signature', { understoodAs: 'need', alternatives: expect.arrayContaining([]) }],
    ['Unused+tool', { answer: 'blocked' }],
    ['never+heard+of', { answer: 'not-known', app: null, standing: 'unlisted' }],
    ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', { query: '<script>alert(1)</script>', answer: 'not-known' }],
    ["'%3B+DROP+TABLE+apps%3B--", { answer: 'not-known' }],
    ['%00%FF%F0%9F%99%82', { answer: 'not-known' }],
  ])('q=%s is answered plainly', async ([query, expected]) => {
    const answer = await api.call(`GET /api/v1/check?q=${query}`)
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject(expected)
  })

  test.for(['', '?q=', '?q=+++', `?q=${'x'.repeat(501)}`])(
    'without a question it can read (%s) it says so',
    async (query) => {
      const answer = await api.call(`GET /api/v1/check${query}`)
      expect(answer.status).toBe(400)
      expect(answer.json()).toMatchObject({ errors: [{ pointer: 'query:/q' }] })
    },
  )
})

test('nothing here was a mistake of the server', () => {
  expect(api.bugs).toEqual([])
})
