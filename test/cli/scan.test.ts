import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { googleSettings, microsoftSettings } from '#test/support/cli-sources.ts'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { startFakeGoogle } from '#test/support/fake-google.ts'
import { publishedSchema } from '#test/support/published-schema.ts'
import { BOTLY, REFUSED, refuseTokensOf, withProviders } from '#test/support/two-providers.ts'

let fitsScan: (value: unknown) => string | null
beforeAll(async () => {
  fitsScan = await publishedSchema('scan')
})

describe('a scan', () => {
  test('of everything is complete, silent on stderr, and its summary fits the published schema', () =>
    withProviders(async ({ scan, lines }) => {
      const { code, stdout, stderr } = await scan('--json')
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const [summary, ...more] = jsonRows(stdout)
      expect(more).toEqual([])
      expect(fitsScan(summary)).toBeNull()
      expect(summary).toMatchObject({
        status: 'complete',
        sources: [
          { source: 'google', status: 'complete', coverage: [] },
          { source: 'microsoft', status: 'complete', coverage: [] },
        ],
        apps: 3,
      })
      const apps = await lines('apps')
      expect(apps.find(({ name }) => name === 'Deskly')).toMatchObject({
        kind: 'third-party',
        standing: 'unlisted',
        users: 2,
        sources: {
          microsoft: { users: 2, tenantWide: true, groups: ['Name of g-sales'], scopes: ['Mail.Read', 'User.Read'] },
        },
      })
      const open = (await lines('findings')).filter(({ status }) => status === 'open')
      expect(summary).toMatchObject({ findings: { open: open.length, opened: open.length, resolved: 0 } })
      expect(open.map(({ rule }) => rule)).toContain('tenant-wide-grant')
    }))

  test('that misses one person is partial, exits 3 and says who', () =>
    withProviders(
      async ({ scan, apps }) => {
        const { code, stdout } = await scan()
        expect(code).toBe(3)
        expect(stdout).toMatch(/^Scan partial\n {2}google: partial;[^]*not seen: tokens of cy@acme\.example: google: /)
        expect(await apps()).toContain('Zephyr Notes')
      },
      { google: { faults: [refuseTokensOf('cy@acme.example')] } },
    ))

  test('that every provider refuses exits 4, and keeps what was known', () =>
    withProviders(async ({ scan, google, graph, apps, folder }) => {
      await scan()
      const before = await apps()
      google.tenant.faults.push({ when: () => true, answer: REFUSED })
      const env = {
        ...(await googleSettings(folder, google)),
        ...microsoftSettings(graph),
        MICROSOFT_CLIENT_SECRET: 'old',
      }
      const { code, stdout } = await folder.run(['scan', '--json'], { env })
      expect(code).toBe(4)
      const [summary] = jsonRows(stdout)
      expect(fitsScan(summary)).toBeNull()
      expect(summary).toMatchObject({ status: 'failed', sources: [{ status: 'failed' }, { status: 'failed' }] })
      expect(JSON.stringify(summary)).not.toContain('"old"')
      expect(await apps()).toEqual(before.map((app) => `${app} not-rechecked`))
    }))

  test('that reaches nobody exits 1', async () => {
    await using folder = await openCliFolder()
    const google = await startFakeGoogle()
    const env = await googleSettings(folder, google)
    await google[Symbol.asyncDispose]()
    const { code, stdout } = await folder.run(['scan'], { env })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Scan failed\n {2}google: failed; 0 observations/)
  })

  test('reads only the named source, and names the configured ones where it is none', () =>
    withProviders(async ({ scan, graph }) => {
      const { code, stdout } = await scan('--source', 'google', '--json')
      expect(code).toBe(0)
      expect(jsonRows(stdout)).toMatchObject([{ sources: [{ source: 'google' }], apps: 2 }])
      expect(graph.requests).toEqual([])
      const other = await scan('--source', 'github')
      expect(other).toMatchObject({ code: 2, stdout: '' })
      expect(other.stderr).toContain('--source github is not a source of Daylight; configured here: google, microsoft')
      expect((await scan('--source', 'okta')).stderr).toContain('--source okta is not configured')
    }))

  test('--dry-run stores nothing, in an empty folder and in a full one', () =>
    withProviders(async ({ folder, scan, google }) => {
      const dry = await scan('--dry-run')
      expect(dry.code).toBe(0)
      expect(dry.stdout).toMatch(/^Scan complete \(dry run: nothing was stored\)/)
      expect(existsSync(folder.data)).toBe(false)
      await scan()
      const before = await folder.stored()
      google.tenant.tokens['cy@acme.example'] = [{ ...BOTLY, clientId: '700003-n.example', displayText: 'Newly' }]
      expect((await scan('--dry-run', '--diff')).stdout).toContain('New apps:\n  + Newly\n')
      expect(await folder.stored()).toBe(before)
    }))
})
