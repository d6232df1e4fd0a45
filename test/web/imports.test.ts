import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { splitRows } from '#src/web/imports/split-rows.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import type { Pages } from '#test/support/pages.ts'

const STATEMENT = `Date,Description,Amount,Currency
2026-03-04,QUILLSEND,-99.00,EUR
2026-03-05,INKWELL SIGN,-20.00,EUR
2026-03-06,INKWELL SIGN,20.00,EUR
2026-13-45,BROKEN,-1.00,EUR
`
const OPEN = `Date,Description,Amount
03/04/2026,QUILLSEND,-99.00
05/06/2026,INKWELL SIGN,-20.00
`

async function upload(pages: Pages, text: string, name = 'march.csv', account = 'Visa 1111'): Promise<string> {
  const response = await pages.upload('/imports/preview', new File([text], name), { as: '', account })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

async function importIt(pages: Pages, path: string): Promise<Response> {
  const version = /name="version" value="([^"]*)"/.exec(await pages.get(path))?.[1] ?? ''
  return pages.post(`${path}/import`, { version })
}

describe('importing a file', () => {
  test('the preview shows every row, what is odd, and the totals; nothing is stored before the import', async () => {
    await using pages = await openPages()
    const path = await upload(pages, STATEMENT)
    const page = textOf(await pages.get(path))
    expect(page).toContain('3 new rows, 1 rejected')
    expect(page).toContain('2 purchases 1 refund')
    expect(page).toMatch(/2 2026-03-04 QUILLSEND purchase New 99\.00 EUR/)
    expect(page).toContain('The rows add up to 99.00 EUR')
    expect(page).toMatch(/Rejected: these lines could not be read \(1\).* 5 /)
    expect(await pages.store.list('imports')).toEqual([])
    expect(await pages.store.list('sources')).toEqual([])
  })

  test('importing stores exactly that, once, and the upload is gone', async () => {
    await using pages = await openPages()
    const path = await upload(pages, STATEMENT)
    const done = await importIt(pages, path)
    expect(done.status).toBe(303)
    expect(textOf(await pages.get(done.headers.get('location') ?? ''))).toContain(
      'march.csv: 3 rows added, 0 seen before, 1 rejected.',
    )
    expect(await pages.store.list('imports')).toMatchObject([{ value: { account: 'Visa 1111', rows: 3, added: 3 } }])
    expect(await readdir(await pages.opened.backend.uploadFolder())).toEqual([])
    expect(textOf(await pages.get(path, 404))).toContain('This upload is not here any more')
    const again = await importIt(pages, await upload(pages, STATEMENT))
    expect(textOf(await pages.get(again.headers.get('location') ?? ''))).toContain('was imported before')
    expect((await pages.store.list('imports'))[0]?.version).toBe(1)
  })

  test('what the file does not decide is asked, and the answers are used', async () => {
    await using pages = await openPages()
    const path = await upload(pages, OPEN)
    const asked = await pages.get(path)
    expect(textOf(asked)).toContain('How are the dates written?')
    expect(textOf(asked)).toContain('Which currency is it?')
    expect(asked).not.toContain(`${path}/import`)
    // Without the answers an import brings back the questions, and stores nothing.
    expect((await pages.post(`${path}/import`, { version: '0.0' })).headers.get('location')).toBe(path)
    expect(await pages.store.list('imports')).toEqual([])
    expect((await pages.post(path, { dateOrder: 'DMY', currency: 'chf' })).status).toBe(303)
    expect(textOf(await pages.get(path))).toMatch(/2026-04-03 QUILLSEND purchase New 99\.00 CHF/)
    expect((await importIt(pages, path)).status).toBe(303)
    expect((await pages.store.list('imports'))[0]?.value.added).toBe(2)
  })

  test('an answer that makes no sense is said, and can be taken back', async () => {
    await using pages = await openPages()
    const path = await upload(pages, OPEN)
    await pages.post(path, { dateOrder: 'DMY', currency: 'euros' })
    expect(textOf(await pages.get(path))).toContain('ISO 4217')
    await pages.post(path, { reset: 'yes' })
    expect(textOf(await pages.get(path))).toContain('How are the dates written?')
  })

  test('rows that are known from another file are seen before', async () => {
    await using pages = await openPages()
    await importIt(pages, await upload(pages, STATEMENT))
    const more = STATEMENT.replace('2026-13-45,BROKEN,-1.00,EUR', '2026-03-09,ZEPHYRMAIL,-5.00,EUR')
    expect(textOf(await pages.get(await upload(pages, more)))).toContain('1 new row, 3 seen before')
  })

  test('an import is refused when other data came in since it was looked at', async () => {
    await using pages = await openPages()
    const path = await upload(pages, STATEMENT)
    const version = /name="version" value="([^"]*)"/.exec(await pages.get(path))?.[1] ?? ''
    await importIt(pages, await upload(pages, STATEMENT.replace('-99.00', '-98.00'), 'other.csv'))
    const late = await pages.post(`${path}/import`, { version })
    expect(late.status).toBe(409)
    expect(textOf(await late.text())).toContain('load the preview again')
    expect(await pages.store.list('imports')).toHaveLength(1)
    expect((await importIt(pages, path)).status).toBe(303)
  })

  test('a file that is no statement is refused with its reason; it can be discarded', async () => {
    await using pages = await openPages()
    const path = await upload(pages, '{"a":1}', 'x.json')
    expect(textOf(await pages.get(path))).toContain('This cannot be imported')
    expect((await pages.post(`${path}/discard`, {})).headers.get('location')).toBe('/imports')
    expect(await readdir(await pages.opened.backend.uploadFolder())).toEqual([])
  })

  test('a list of apps is shown with its apps', async () => {
    await using pages = await openPages()
    const list =
      'Application Label,Application ID,Status\nQuillsend,0oa1quillsend,ACTIVE\nSignorama,0oa1signorama,ACTIVE\n'
    const path = await upload(pages, list, 'apps.csv', '')
    expect(textOf(await pages.get(path))).toMatch(/App list: 2 new rows.*2 Quillsend 0oa1quillsend/)
    expect((await importIt(pages, path)).status).toBe(303)
    expect((await pages.store.list('imports'))[0]?.value.as).toBe('app-list')
  })

  test.for(['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'a'.repeat(200)])('the id %s leads nowhere', async (id) => {
    await using pages = await openPages()
    const page = await pages.get(`/imports/preview/${encodeURIComponent(id)}`, 404)
    expect(textOf(page)).toContain('This upload is not here any more')
  })
})

describe('taking rows out of a preview in pieces', () => {
  const WHOLE = {
    file: 'a "rows":[ b',
    format: { columns: { a: '[{' } },
    rows: [{ a: '}]\\"' }, { b: [1, { c: 2 }] }, {}],
    ignored: [{ line: 1 }],
    totals: {},
  }

  test.for([1, 2, 3, 7, 1000])('pieces of %i characters give the same rows and the same rest', async (size) => {
    const json = JSON.stringify(WHOLE)
    const rows: unknown[] = []
    async function* pieces(): AsyncIterable<string> {
      for (let at = 0; at < json.length; at += size) yield json.slice(at, at + size)
    }
    const rest = await splitRows(pieces(), (row) => rows.push(JSON.parse(row)))
    expect(rows).toEqual(WHOLE.rows)
    expect(JSON.parse(rest.replaceAll(/\[,*\]/g, '[]'))).toEqual({ ...WHOLE, rows: [] })
  })
})
