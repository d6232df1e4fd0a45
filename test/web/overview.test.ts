import { afterAll, describe, expect, test } from 'vitest'
import { findingIdOf } from '#test/support/finding-id.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))
const finding = (rule: string): Promise<string> => findingIdOf(pages.store, rule)

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
