import { afterAll, describe, expect, test } from 'vitest'
import { person } from '#test/support/observations.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))

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
    await expect.poll(() => slow.get(path)).not.toContain('http-equiv="refresh"')
  })

  test('without a source nothing starts, and it says what to do', async () => {
    await using none = await openPages()
    const response = await none.post('/scans', {})
    expect(response.status).toBe(409)
    expect(textOf(await response.text())).toContain('No source is configured')
  })
})
