import { describe, expect, test } from 'vitest'
import type { FakeGoogle } from '#test/support/fake-google.ts'
import { get, page, serve, stop } from '#test/support/serving.ts'
import { withProviders } from '#test/support/two-providers.ts'

const CARD = 'Date,Description,Debit,Credit,Currency\n2026-01-15,MIRO.COM,4.00,,EUR\n2026-01-16,MIRO.COM,,1.00,EUR\n'
const LONG_MS = 60_000

/** Holds back what the provider says about people until the returned function is called. */
function slowDown(google: FakeGoogle, delayMs: number): () => void {
  google.tenant.faults.push({ when: ({ path }) => path.endsWith('/users'), answer: { delayMs, body: { users: [] } } })
  return () => void google.tenant.faults.splice(0)
}

async function asked(google: FakeGoogle): Promise<void> {
  await expect.poll(() => google.requests.some(({ path }) => path.endsWith('/users')), { timeout: 20_000 }).toBe(true)
}

async function scanning(url: string): Promise<void> {
  const first = async (): Promise<unknown> => await get(url, '/api/v1/scans')
  await expect.poll(first, { timeout: 20_000 }).toMatchObject({ items: [{ status: 'running' }] })
}

describe('commands beside a server', () => {
  test(
    'scan, import, inventory and decisions succeed, and the pages show them without a restart',
    () =>
      withProviders(async ({ folder, env }) => {
        const served = await serve(folder)
        const scanned = await folder.run(['scan', '--json'], { env })
        expect(scanned).toMatchObject({ code: 0, stdout: expect.stringContaining('"status":"complete"') })
        expect(await page(served.url, '/apps')).toContain('Zephyr Notes')
        await folder.file('card.csv', CARD)
        expect((await folder.run(['import', 'card.csv'])).code).toBe(0)
        expect(await page(served.url, '/apps')).toContain('Miro')
        await folder.file('tools.csv', 'tool,status\nDeskly,approved\n')
        expect((await folder.run(['inventory', 'import', 'tools.csv'])).code).toBe(0)
        expect(await page(served.url, '/inventory')).toContain('Deskly')
        const decided = await folder.run([
          'judgements',
          'confirm',
          'descriptor:MIRO.COM',
          'Asana',
          '--reason',
          'receipt',
        ])
        expect(decided.code).toBe(0)
        expect(await page(served.url, '/judgements')).toContain('Asana')
        expect(await page(served.url, '/apps')).not.toContain('Miro')
        const answer = await fetch(`${served.url}/api/v1/inventory`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ tool: 'Zephyr Notes', status: 'rejected' }),
        })
        expect(answer.status).toBe(201)
        expect((await folder.run(['findings', '--json'])).stdout).toContain('unapproved-tool')
        expect(await stop(served)).toBe(0)
        expect((await served.ended).stderr).not.toContain('Error')
      }),
    60_000,
  )

  test(
    'a second scan is told that one is going on, and an upload does not wait for it',
    () =>
      withProviders(async ({ folder, google, env }) => {
        const served = await serve(folder)
        const goOn = slowDown(google, LONG_MS)
        const first = folder.start(['scan'], { env })
        await asked(google)
        const second = await folder.run(['scan'], { env })
        expect(second).toMatchObject({
          code: 75,
          stdout: '',
          stderr: expect.stringContaining('another scan of these data'),
        })
        expect(await page(served.url, '/scans')).toContain('Running')
        const uploaded = await fetch(`${served.url}/api/v1/imports?name=card.csv`, { method: 'POST', body: CARD })
        expect(uploaded.status).toBe(201)
        expect(await page(served.url, '/apps')).toContain('Miro')
        goOn()
        first.child.kill('SIGKILL')
        await first.ended
        await expect.poll(() => page(served.url, '/scans')).toContain('Interrupted')
        expect((await folder.run(['scan'], { env })).code).toBe(0)
        expect(await get(served.url, '/readyz')).toMatchObject({ status: 'ready' })
        expect(await page(served.url, '/apps')).toContain('Zephyr Notes')
        expect(await stop(served)).toBe(0)
      }),
    60_000,
  )

  test(
    'a server that is killed in the middle of a scan is told with exit 75, and the scan can be run again',
    () =>
      withProviders(async ({ folder, google, env }) => {
        const served = await serve(folder)
        const goOn = slowDown(google, 2_000)
        const running = folder.start(['scan'], { env })
        await asked(google)
        served.child.kill('SIGKILL')
        await served.ended
        goOn()
        const ended = await running.ended
        expect(ended).toMatchObject({
          code: 75,
          stdout: '',
          stderr: expect.stringContaining('what it confirmed is stored'),
        })
        expect((await folder.run(['scan'], { env })).code).toBe(0)
      }),
    60_000,
  )
})

describe('a scan of the server itself', () => {
  test(
    'tells its progress, lets an upload through, keeps a second one out, and ends within seconds when told to stop',
    () =>
      withProviders(async ({ folder, google, env }) => {
        const served = await serve(folder, [], env)
        slowDown(google, LONG_MS)
        const started = await fetch(`${served.url}/api/v1/scans`, { method: 'POST' })
        expect(started.status).toBe(202)
        await scanning(served.url)
        await asked(google)
        await expect
          .poll(() => get(served.url, '/api/v1/scans'))
          .toMatchObject({ items: [{ progress: { microsoft: { step: expect.any(String) } } }] })
        const uploaded = await fetch(`${served.url}/api/v1/imports?name=card.csv`, { method: 'POST', body: CARD })
        expect(uploaded.status).toBe(201)
        expect((await folder.run(['scan'], { env })).code).toBe(75)
        const before = performance.now()
        expect(await stop(served)).toBe(0)
        expect(performance.now() - before).toBeLessThan(10_000)
        expect((await folder.run(['apps'])).stdout).toContain('Miro')
      }),
    60_000,
  )

  test(
    'ends as a scan of a command does, and a decision is learned in the same thread',
    () =>
      withProviders(async ({ folder, env }) => {
        const served = await serve(folder, [], env)
        await fetch(`${served.url}/api/v1/scans`, { method: 'POST' })
        await expect
          .poll(() => get(served.url, '/api/v1/scans'), { timeout: 20_000 })
          .toMatchObject({ items: [{ status: 'complete' }] })
        expect(await page(served.url, '/scans')).not.toContain('Interrupted')
        expect(await page(served.url, '/apps')).toContain('Zephyr Notes')
        expect(await stop(served)).toBe(0)
      }),
    60_000,
  )
})
