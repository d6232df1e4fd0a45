import { afterAll, describe, expect, test } from 'vitest'
import { findingIdOf } from '#test/support/finding-id.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))
const finding = (rule: string): Promise<string> => findingIdOf(pages.store, rule)

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
