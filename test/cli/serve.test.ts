import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWriter } from '#src/store/open.ts'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { entry } from '#test/support/company.ts'
import { get, serve, stop } from '#test/support/serving.ts'

const CARD = 'Date,Description,Debit,Credit,Currency\n2026-01-15,MIRO.COM,4.00,,EUR\n2026-01-16,MIRO.COM,,1.00,EUR\n'
const ANY_PORT = { DAYLIGHT_PORT: '0' }

describe('serve', () => {
  test('prints its address on stderr, answers, keeps a second server out, and gives the folder free when told to stop', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    await folder.run(['import', 'card.csv'])
    const served = await serve(folder)
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await get(served.url, '/livez')).toEqual({ status: 'alive' })
    expect(await get(served.url, '/readyz')).toEqual({ status: 'ready', sample: false })
    expect(await get(served.url, '/api/v1/apps')).toMatchObject({ items: [{ app: 'miro' }] })
    expect((await fetch(served.url)).headers.get('content-type')).toMatch(/^text\/html/)
    const second = await folder.run(['serve'], { env: ANY_PORT })
    expect(second.code).toBe(75)
    expect(second.stderr).toContain(String(served.child.pid))
    await folder.file('i.csv', 'tool,status\nMiro,approved\n')
    expect((await folder.run(['apps', '--json'])).code).toBe(0)
    expect(await stop(served)).toBe(0)
    expect((await served.ended).stdout).toBe('')
    expect((await folder.run(['inventory', 'import', 'i.csv'])).code).toBe(0)
  })

  test('works out at its start what an earlier one did not come to', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    await folder.run(['import', 'card.csv'])
    {
      await using store = await openWriter(folder.data)
      await store.commit([{ put: 'inventory', id: 'miro', value: entry('Miro') }])
    }
    const served = await serve(folder)
    await expect
      .poll(() => get(served.url, '/api/v1/apps'), { timeout: 20_000 })
      .toMatchObject({ items: [{ app: 'miro', standing: 'approved' }] })
    expect(await stop(served)).toBe(0)
  }, 40_000)

  test('a stop does not wait for who sent half a request', async () => {
    await using folder = await openCliFolder()
    const served = await serve(folder)
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise<void>((resolve) => socket.write('GET / HTTP/1.1\r\nHost: localho', () => resolve()))
    expect(await stop(served)).toBe(0)
    socket.destroy()
  }, 15_000)

  test('a port that is taken is one sentence', async () => {
    await using folder = await openCliFolder()
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = address === null || typeof address === 'string' ? '' : String(address.port)
    const { code, stderr } = await folder.run(['serve'], { env: { DAYLIGHT_PORT: port } })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `daylight: port ${port} is in use; set DAYLIGHT_PORT or DAYLIGHT_HOST to another one\n`,
    })
    await new Promise((resolve) => taken.close(resolve))
  })

  test('says when the next scan is due', async () => {
    await using folder = await openCliFolder()
    const running = folder.start(['serve'], { env: { ...ANY_PORT, DAYLIGHT_SCHEDULE: '0 3 * * *' } })
    const [said] = await running.said(/The next scan is at .+\n/)
    expect(said).toMatch(/03:00:00/)
    expect(await stop(running)).toBe(0)
  })
})

describe('serve --sample', () => {
  test('shows a made-up company beside the real data, until there is some', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    const running = folder.start(['serve', '--sample'], { env: ANY_PORT })
    const [talk, url = ''] = await running.said(/^[^]*Daylight is at (http:\S+)\n/)
    expect(talk).toContain('This is sample data of a made-up company.')
    expect(await get(url, '/readyz')).toEqual({ status: 'ready', sample: true })
    expect(await get(url, '/api/v1/apps?limit=1000')).toMatchObject({
      items: { length: expect.toSatisfy((n) => n >= 40) },
    })
    expect([join(folder.data, 'sample/daylight.json'), join(folder.data, 'daylight.json')].map(existsSync)).toEqual([
      true,
      false,
    ])
    const shown = await folder.run(['findings', '--json'])
    expect(shown.stderr).toBe('This is sample data of a made-up company.\n')
    expect(jsonRows(shown.stdout).length).toBeGreaterThan(5)
    expect(jsonRows((await folder.run(['import', 'card.csv', '--preview'])).stdout)).toMatchObject([{ refused: null }])
    const refused = await fetch(`${url}/api/v1/imports`, { method: 'POST', body: 'Dear Sir or Madam' })
    expect(refused.status).toBe(422)
    expect(await get(url, '/readyz')).toMatchObject({ sample: true })

    expect((await folder.run(['import', 'card.csv'])).code).toBe(0)
    expect(await get(url, '/readyz')).toMatchObject({ sample: false })
    expect(await get(url, '/api/v1/apps')).toMatchObject({ items: [{ app: 'miro' }] })
    expect(await folder.run(['apps', '--json'])).toMatchObject({ code: 0, stderr: '' })
    expect(await stop(running)).toBe(0)
  }, 60_000)

  test('an upload ends the sample, too', async () => {
    await using folder = await openCliFolder()
    const served = await serve(folder, ['--sample'])
    const answer = await fetch(`${served.url}/api/v1/imports?name=card.csv`, { method: 'POST', body: CARD })
    expect(answer.status).toBe(201)
    expect(await get(served.url, '/api/v1/apps')).toMatchObject({ items: [{ app: 'miro' }] })
    expect(await stop(served)).toBe(0)
    const again = await serve(folder, ['--sample'])
    expect(await get(again.url, '/readyz')).toEqual({ status: 'ready', sample: false })
    expect(await stop(again)).toBe(0)
  }, 60_000)
})
