import { afterAll, describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))

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
