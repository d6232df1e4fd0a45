import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { checkHtml } from '#test/support/check-html.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import type { Pages } from '#test/support/pages.ts'
import { person } from '#test/support/observations.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

let pages: Pages
const text = async (path: string): Promise<string> => textOf(await pages.get(path))
const finding = async (rule: string, app: string | null = null): Promise<string> => {
  const found = (await pages.store.list('findings')).find(
    ({ value }) => value.rule === rule && (app === null || value.app === app),
  )
  if (found === undefined) throw new Error(`there is no finding ${rule}`)
  return found.id
}

beforeAll(async () => {
  pages = await openPages(SMALL_COMPANY)
})
afterAll(() => pages[Symbol.asyncDispose]())

describe('the overview', () => {
  test('it counts apps, the unapproved, and a year of spend by currency', async () => {
    const page = await text('/')
    expect(page).toContain('5 apps in use')
    expect(page).toContain('1 with a decision for them')
    // Quillsend: 99.00 a month; Inkwell Sign: 20.00 a month.
    expect(page).toContain('1,428.00 EUR a year')
  })

  test('what needs somebody comes with its next step, the gravest first', async () => {
    const page = await text('/')
    const order = ['Mailbot may read', 'The account of di@acme.example is suspended'].map((title) =>
      page.indexOf(title),
    )
    expect(order.every((at) => at > 0)).toBe(true)
    const next = await pages.store.get('findings', await finding('tenant-wide-grant'))
    expect(page).toContain(`Next step: ${next?.value.nextStep}`)
  })

  test('a source that was read partly says what was not seen', async () => {
    const page = await text('/')
    expect(page).toContain('Google Workspace Partial')
    expect(page).toContain('1 thing not seen')
    expect(page).toContain('google: not allowed to read tokens of admin@acme.example')
    expect(page).toContain('Not connected: Okta.')
  })

  test('accounts are shown with the months that were uploaded', async () => {
    const page = await text('/')
    expect(page).toContain('card 1111 uploaded uploaded uploaded')
    expect(page).toContain('card 2222 uploaded uploaded no file yet')
  })

  test('before anything was read it says which source would fill it, and offers to start with a statement', async () => {
    await using empty = await openPages()
    const page = await empty.get('/')
    expect(textOf(page)).toContain('Start with a statement')
    expect(textOf(page)).toContain('GOOGLE_SERVICE_ACCOUNT_FILE')
    expect(page).toContain('action="/imports/preview" enctype="multipart/form-data"')
  })

  test('sample data is said to be sample data on every page', async () => {
    await using sample = await openPages({ ...SMALL_COMPANY, sample: true })
    for (const path of ['/', '/apps', '/check'])
      expect(textOf(await sample.get(path))).toContain('Sample data of a made-up company.')
    expect(await text('/')).not.toContain('Sample data')
  })
})

describe('findings', () => {
  test('open ones are listed first of all; the filter is kept in the downloads', async () => {
    const page = await pages.get('/findings?severity=critical&app=mailbot')
    expect(page).toContain('/api/v1/findings?status=open&amp;severity=critical&amp;app=mailbot&amp;format=csv')
    expect(page).toContain('/api/v1/findings?status=open&amp;severity=critical&amp;app=mailbot&amp;format=xlsx')
  })

  test('a filter by rule shows only findings of that rule, and the download holds the same', async () => {
    const query = 'status=&rule=tenant-wide-grant'
    const page = await pages.get(`/findings?${query}`)
    expect(textOf(page)).toContain('1 finding:')
    const csv = await pages.app.request('/api/v1/findings?rule=tenant-wide-grant&format=csv', {
      headers: { host: 'localhost' },
    })
    expect((await csv.text()).trim().split('\n')).toHaveLength(2)
  })

  test('one finding tells what to do, why, on which evidence, and how to put it right', async () => {
    const id = await finding('tenant-wide-grant')
    const page = await text(`/findings/${id}`)
    const stored = await pages.store.get('findings', id)
    for (const part of [
      'Next step',
      'Why it matters',
      'How to put it right',
      'History',
      ...(stored?.value.evidence ?? []).map((one) => one.text),
    ])
      expect(page).toContain(part)
  })

  test('a finding that is not there is a page that says so', async () => {
    expect(textOf(await pages.get('/findings/nowhere', 404))).toContain('There is no such finding')
  })
})

describe('apps', () => {
  test('the list is filtered by standing and text', async () => {
    const page = await text('/apps?standing=rejected&kind=')
    expect(page).toContain('1 app,')
    expect(page).toContain('Inkwell Sign')
    expect(await text('/apps?q=ZEPHYR')).toContain('1 app,')
    expect(await text('/apps?q=nothing-like-it')).toContain('No app fits this filter.')
  })

  test('one app says who owns it, who uses it by department, and what that costs with the arithmetic', async () => {
    const page = await text('/apps/zephyrmail')
    expect(page).toMatch(/Owner ana@acme\.example/)
    expect(page).toMatch(/Who uses it 3 Marketing 2 Sales 1/)
    const quill = await text('/apps/quillsend')
    expect(quill).toContain('1,188.00 EUR')
    expect(quill).toContain('99.00 EUR')
    expect(quill).toContain('Whole company')
  })

  test('scopes are told in plain words with their risk', async () => {
    const page = await text('/apps/quillsend')
    expect(page).toMatch(/High risk read (all )?mail/i)
    expect(page).toContain('Mail.Read')
  })

  test('each identity says why it was joined, how sure that is, and by which keys it is known', async () => {
    const page = await text('/apps/zephyrmail')
    expect(page).toContain('Why we think this is one app')
    expect(page).toContain('its id is known')
    expect(page).toContain('google-client:700001-z.apps.googleusercontent.com')
  })

  test('a suspended person with a way in stands out', async () => {
    const id = (await pages.store.list('apps')).find(({ value }) => value.name === 'Mailbot')?.id ?? ''
    expect(await text(`/apps/${encodeURIComponent(id)}`)).toMatch(/Di Dorn di@acme\.example.*Suspended/)
  })
})

describe('check', () => {
  test.for([
    ['zephyrmial', 'Yes, use it Zephyrmail', 'Ana'],
    ['signorama', 'Yes, use it, on conditions Signorama', 'contracts with customers only'],
    ['inkwell sign', 'No, not this one Inkwell Sign', 'keeps documents abroad; use Signorama'],
    ['quillsend', 'Used here, but not approved Quillsend', 'not in the inventory'],
    ['frobnicator 3000', 'Not known here', 'frobnicator 3000'],
    ['sign contracts', 'Signorama', 'as something you want to do'],
  ] as const)('"%s" is answered with "%s"', async ([query, answer, also]) => {
    const page = await text(`/check?q=${encodeURIComponent(query)}`)
    expect(page).toContain(answer)
    expect(page.toLowerCase()).toContain(also.toLowerCase())
  })

  test('no free seat is an answer of its own', async () => {
    await using full = await openPages({
      ...SMALL_COMPANY,
      inventory: (SMALL_COMPANY.inventory ?? []).map((one) => (one.id === 'zephyrmail' ? { ...one, seats: 3 } : one)),
    })
    const page = textOf(await full.get('/check?q=zephyrmail'))
    expect(page).toContain('Yes, but no free seat')
    expect(page).toContain('0 of 3 free')
  })

  test('the request form knows the tool', async () => {
    expect(await pages.get('/check?q=zephyrmial')).toMatch(/name="tool"\s+type="text"\s+value="Zephyrmail"/)
  })
})

describe('the shortlist', () => {
  test('a group says what to keep, what ending the others saves, and how that is worked out', async () => {
    await using two = await openPages({
      ...SMALL_COMPANY,
      inventory: (SMALL_COMPANY.inventory ?? []).filter(({ id }) => id === 'zephyrmail'),
    })
    const page = textOf(await two.get('/shortlist'))
    expect(page).toContain('Email campaigns')
    expect(page).toMatch(/Zephyrmail Keep/)
    expect(page).toMatch(/Quillsend Retire/)
    expect(page).toContain('How the saving is worked out')
    expect(await two.get('/shortlist')).toContain('/api/v1/shortlist?format=csv')
  })
})

describe('scans', () => {
  test('one scan tells per source what it read and what it could not see', async () => {
    const page = await text('/scans/id-1')
    expect(page).toContain('Google Workspace Partial')
    expect(page).toContain('tokens of admin@acme.example : google: not allowed to read tokens of admin@acme.example')
    expect(page).toMatch(/Findings \d+ opened, 0 resolved/)
  })

  test('a scan can be started, and goes to a page that renews itself while it runs', async () => {
    const { promise: reading, resolve: finish } = Promise.withResolvers<void>()
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
    await using slow = await openPages({
      connectors: [
        {
          source: 'google',
          async *read({ progress }) {
            progress({ step: 'tokens', done: 120, total: 431, waitingSeconds: 41 })
            reach()
            await reading
            yield person('ana@acme.example')
          },
          probe: async () => [],
        },
      ],
    })
    const started = await slow.post('/scans', {})
    expect(started.status).toBe(303)
    const path = started.headers.get('location') ?? ''
    await reached
    const page = await slow.get(path)
    expect(page).toContain('<meta http-equiv="refresh" content="2" />')
    expect(textOf(page)).toContain('tokens, 120 of 431')
    expect(textOf(page)).toContain('was asked to wait 41 s')
    finish()
    await slow.opened.backend.queue.idle()
    expect(await slow.get(path)).not.toContain('http-equiv="refresh"')
  })

  test('without a source nothing starts, and it says what to do', async () => {
    await using none = await openPages()
    const response = await none.post('/scans', {})
    expect(response.status).toBe(409)
    expect(textOf(await response.text())).toContain('No source is configured')
  })
})

describe('every page', () => {
  test.for([
    '/',
    '/findings',
    '/findings?status=',
    '/apps',
    '/apps?kind=',
    '/apps/zephyrmail',
    '/apps/quillsend',
    '/inventory',
    '/inventory/zephyrmail',
    '/check',
    '/check?q=quillsend',
    '/check?q=nothing',
    '/shortlist',
    '/requests',
    '/imports',
    '/scans',
    '/scans/id-1',
    '/docs',
  ])('%s is well-formed, labelled, and loads nothing but our own', async (path) => {
    expect(checkHtml(await pages.get(path)).problems).toEqual([])
  })

  test.for([
    ['/findings', 'Findings'],
    ['/apps/zephyrmail', 'Apps'],
    ['/check?q=x', 'Check'],
  ] as const)('%s marks %s in the navigation', async ([path, name]) => {
    expect(await pages.get(path)).toMatch(new RegExp(`aria-current="page"[^>]*>${name}</a>`))
  })

  test('the style sheet is ours, and is asked for again only by its hash', async () => {
    const response = await pages.app.request('/assets/style.css', { headers: { host: 'localhost' } })
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await response.text()).not.toMatch(/@import|url\(/)
    const again = await pages.app.request('/assets/style.css', {
      headers: { host: 'localhost', 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test('the API page lists what the OpenAPI document describes', async () => {
    expect(await text('/docs')).toMatch(/GET \/api\/v1\/check Do we have it\?/)
  })
})
