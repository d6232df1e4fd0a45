import { once } from 'node:events'
import chromium from '@sparticuz/chromium'
import { createAdaptorServer } from '@hono/node-server'
import { chromium as playwright } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPages } from '#test/support/pages.ts'
import type { Pages } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const LONG = 'W'.repeat(3_000)
const PATHS = [
  '/',
  '/findings?status=',
  '/apps?kind=',
  '/apps/zephyrmail',
  '/apps/quillsend',
  '/judgements',
  '/inventory',
  '/inventory/zephyrmail',
  '/check',
  '/check?q=zephyrmial',
  '/check?q=inkwell',
  '/shortlist',
  '/requests',
  '/imports',
  '/scans',
  '/scans/id-1',
  '/docs',
]

let pages: Pages
let server: ReturnType<typeof createAdaptorServer>
let browser: Browser
let origin = ''

beforeAll(async () => {
  const inventory = [...(SMALL_COMPANY.inventory ?? [])].map((entry) => ({ ...entry, notes: `${entry.notes} ${LONG}` }))
  pages = await openPages({ ...SMALL_COMPANY, inventory, sample: true })
  server = createAdaptorServer({ fetch: pages.app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port')
  origin = `http://127.0.0.1:${address.port}`
  browser = await playwright.launch({
    args: ['--no-sandbox', '--no-zygote'],
    executablePath: await chromium.executablePath(),
  })
})

afterAll(async () => {
  await browser.close()
  server.close()
  await pages[Symbol.asyncDispose]()
})

/** Opens a page and notes everything that a browser complains about, and every request that leaves for elsewhere. */
async function watched(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  context.setDefaultTimeout(5_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`asks ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  return { page, complaints }
}

describe('pages in a real browser', () => {
  test.for([
    [1440, 'light'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'at %i px, %s, they load without a complaint and without scrolling sideways',
    async ([width, colorScheme]) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const { page, complaints } = await watched(context)
      const tooWide: string[] = []
      for (const path of PATHS) {
        await page.goto(`${origin}${path}`)
        const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        if (over !== 0) tooWide.push(`${path} by ${String(over)} px`)
      }
      expect(complaints).toEqual([])
      expect(tooWide).toEqual([])
      await context.close()
    },
  )

  test('the policy against foreign content is on, and bites', async () => {
    const context = await browser.newContext()
    const { page, complaints } = await watched(context)
    await page.goto(`${origin}/`)
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>')`)
    expect(complaints.join(' ')).toContain('Content Security Policy')
    await context.close()
  })

  test('without scripts and without a mouse: ask, request, answer', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } })
    const { page, complaints } = await watched(context)
    await page.goto(`${origin}/`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(page.url()).toBe(`${origin}/#content`)
    await page.getByRole('link', { name: 'Check', exact: true }).press('Enter')
    await page.getByRole('searchbox').fill('quilsend')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Used here, but not approved' }).waitFor()
    await page.getByRole('textbox', { name: 'Your name or e-mail' }).fill('cy@acme.example')
    await page.getByRole('textbox', { name: 'What for?' }).fill('the spring newsletter')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Send the request' }).press('Enter')
    await page.getByText('Waiting for an answer').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/requests\/./)
    await page.getByRole('combobox', { name: 'Answer' }).selectOption('approved')
    await page.getByRole('textbox', { name: 'Reason' }).fill('ask Bo for a seat')
    await page.getByRole('textbox', { name: 'Answered by' }).fill('Ida')
    await page.getByRole('button', { name: 'Send the answer' }).press('Enter')
    await page.getByText('“ask Bo for a seat”').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a statement is looked at, answered and imported with a file from disk', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const { page, complaints } = await watched(context)
    await page.goto(`${origin}/imports`)
    const text = 'Date,Description,Amount\n03/04/2026,QUILLSEND,-99.00\n05/06/2026,INKWELL SIGN,-20.00\n'
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'april.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('textbox', { name: 'Account' }).fill('Visa 1111')
    await page.getByRole('button', { name: 'Look at it first' }).click()
    await page.getByRole('combobox', { name: 'How are the dates written?' }).selectOption('DMY')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('april.csv: 2 rows added').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('with a mouse: a finding is opened from the overview and decided', async () => {
    const context = await browser.newContext()
    const { page, complaints } = await watched(context)
    await page.goto(`${origin}/`)
    await page.locator('.needs-you a').first().click()
    await page.getByRole('combobox', { name: 'Decision' }).selectOption('acknowledged')
    await page.getByRole('textbox', { name: 'Reason' }).fill('Bo sees to it')
    await page.getByRole('textbox', { name: 'Decided by' }).fill('Ida')
    await page.getByRole('button', { name: 'Keep the decision' }).click()
    await page.getByText('Ida set it to acknowledged').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})
