import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonRows, openCliFolder, ROOT } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'

const CARD = 'Date,Description,Amount,Currency\n2026-01-15,MIRO.COM,-4.00,EUR\n2026-02-15,MIRO.COM,-4.00,EUR\n'
const TOOLS = 'tool,status,owner\nSlack,approved,lea@acme.example\n'

function onDisk({ path }: CliFolder) {
  const preload = join(ROOT, 'test/cli/children/full-disk.ts')
  return {
    env: { FULL_WHILE: join(path, 'full') },
    program: [process.execPath, '--import', preload, join(ROOT, 'src/main.ts')] as const,
  }
}

test(
  'a full disk ends a command with 77 and leaves the data; the next one after space returned goes well',
  { timeout: 120_000 },
  async () => {
    await using folder = await openCliFolder()
    await folder.file('tools.csv', TOOLS)
    await folder.file('card.csv', CARD)
    expect((await folder.run(['inventory', 'import', 'tools.csv'])).code).toBe(0)
    const full = await folder.file('full', '')
    for (const args of [
      ['import', 'card.csv'],
      ['backup', 'create'],
      ['backup', 'create', 'copy.tar'],
    ]) {
      const { code, stderr } = await folder.run(args, onDisk(folder))
      expect(code).toBe(77)
      expect(stderr).toMatch(/^daylight: no space is left for .*; free some and try again.*\n$/)
    }
    expect(jsonRows((await folder.run(['inventory', 'list', '--json'])).stdout)).toHaveLength(1)
    expect((await folder.run(['backup', 'verify', 'copy.tar'])).code).toBe(2)
    await rm(full)
    expect((await folder.run(['import', 'card.csv'], onDisk(folder))).code).toBe(0)
  },
)

test(
  'a server on a full disk goes on reading, answers writes with 503, and writes again without a restart',
  { timeout: 120_000 },
  async () => {
    await using folder = await openCliFolder({ DAYLIGHT_PORT: '0' })
    await folder.file('tools.csv', TOOLS)
    await folder.run(['inventory', 'import', 'tools.csv'])
    const server = folder.start(['serve'], onDisk(folder))
    const [, root = ''] = await server.said(/Daylight is at (\S+)/)
    const add = (): Promise<Response> =>
      fetch(`${root}/api/v1/inventory`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: root },
        body: JSON.stringify({ tool: 'Miro', status: 'approved' }),
      })
    expect((await fetch(`${root}/readyz`)).status).toBe(200)
    const full = await folder.file('full', '')
    const refused = await add()
    expect({ status: refused.status, body: await refused.json() }).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(/^no space is left for /) },
    })
    const upload = new FormData()
    upload.append('file', new Blob([CARD]), 'card.csv')
    expect(
      (await fetch(`${root}/api/v1/imports`, { method: 'POST', body: upload, headers: { origin: root } })).status,
    ).toBe(503)
    const notReady = await fetch(`${root}/readyz`)
    expect({ status: notReady.status, body: await notReady.json() }).toMatchObject({
      status: 503,
      body: { status: 'read-only', reason: expect.stringMatching(/^no space is left for /) },
    })
    expect(await (await fetch(`${root}/metrics`)).text()).toContain('\ndaylight_store_writable 0\n')
    const read = await fetch(`${root}/api/v1/inventory`)
    expect({ status: read.status, body: await read.json() }).toMatchObject({
      status: 200,
      body: { items: [{ tool: 'Slack' }] },
    })
    await rm(full)
    expect((await add()).status).toBeLessThan(300)
    expect((await fetch(`${root}/readyz`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  },
)
