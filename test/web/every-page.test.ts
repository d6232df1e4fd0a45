import { afterAll, describe, expect, test } from 'vitest'
import { checkHtml } from '#test/support/check-html.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))

describe('every page', () => {
  test.for([
    '/',
    '/findings',
    '/findings?status=',
    '/apps',
    '/apps?kind=',
    '/apps/zephyrmail',
    '/apps/quillsend',
    '/judgements',
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
