import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { googleSettings, microsoftSettings } from '#test/support/cli-sources.ts'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder, Ran } from '#test/support/cli.ts'
import { apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeGoogle, FakeTenant } from '#test/support/fake-google.ts'
import type { FakeGraph, FakeGraphOptions } from '#test/support/fake-graph.ts'
import { ana, assignment, bo, consent, graphApp, startTenant, thirdParty } from '#test/support/microsoft.ts'
import { schemaCheck } from '#test/support/json-schema.ts'

const ZEPHYR = { clientId: '700001-z.apps.googleusercontent.com', displayText: 'Zephyr Notes', scopes: ['openid'] }
const BOTLY = {
  clientId: '700002-b.apps.googleusercontent.com',
  displayText: 'Botly',
  scopes: ['https://mail.google.com/'],
}
const GOOGLE: Partial<FakeTenant> = {
  users: [
    { primaryEmail: 'ana@acme.example' },
    { primaryEmail: 'bo@acme.example' },
    { primaryEmail: 'cy@acme.example' },
  ],
  tokens: { 'ana@acme.example': [ZEPHYR, BOTLY], 'bo@acme.example': [ZEPHYR] },
}
const GRAPH = {
  users: [ana, bo],
  servicePrincipals: [graphApp, thirdParty('sp-desk', { displayName: 'Deskly' })],
  oauth2PermissionGrants: [consent('g1', 'sp-desk', 'u-ana', 'User.Read'), consent('g2', 'sp-desk', null, 'Mail.Read')],
  appRoleAssignedTo: { 'sp-desk': [assignment('a1', 'User', 'u-bo'), assignment('a2', 'Group', 'g-sales')] },
}
const REFUSED = apiError(403, 'forbidden', 'Not Authorized to access this resource/api')

type Scene = {
  readonly folder: CliFolder
  readonly google: FakeGoogle
  readonly graph: FakeGraph
  readonly scan: (...flags: readonly string[]) => Promise<Ran>
  readonly lines: (command: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** The apps with their tags, by name. */
  readonly apps: () => Promise<readonly string[]>
}

let fitsScan: (value: unknown) => string | null
beforeAll(async () => {
  await using folder = await openCliFolder()
  fitsScan = schemaCheck(JSON.parse((await folder.run(['schema', 'scan'])).stdout))
})

/** A company with both providers on loopback, configured by the environment only. */
async function withProviders(
  use: (scene: Scene) => Promise<void>,
  options: { readonly google?: Partial<FakeTenant>; readonly graph?: Partial<FakeGraphOptions> } = {},
): Promise<void> {
  await using folder = await openCliFolder()
  await using google = await startFakeGoogle({ ...structuredClone(GOOGLE), ...options.google })
  await using graph = await startTenant(GRAPH, options.graph)
  const env = { ...(await googleSettings(folder, google)), ...microsoftSettings(graph) }
  const lines = async (command: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    jsonRows((await folder.run([command, '--json'])).stdout)
  await use({
    folder,
    google,
    graph,
    scan: (...flags) => folder.run(['scan', ...flags], { env }),
    lines,
    apps: async () => (await lines('apps')).map(({ name, tags }) => [name, ...[tags].flat()].join(' ')),
  })
}

const refuseTokensOf = (person: string) => ({
  when: ({ path }: { readonly path: string }) => path.endsWith(`/users/${person}/tokens`),
  answer: REFUSED,
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

describe('a second scan', () => {
  test('of the same input gives the same apps and findings to the byte', () =>
    withProviders(async ({ folder, scan }) => {
      const exported = async (): Promise<string> => {
        const apps = await folder.run(['apps', '--json'])
        const findings = await folder.run(['findings', '--json'])
        return (apps.stdout + findings.stdout).replaceAll(/"(firstSeen|lastSeen|since)":"[^"]*"/g, '"$1":""')
      }
      await scan()
      const before = await exported()
      await scan()
      expect(await exported()).toBe(before)
    }))

  test('marks what is revoked as missing, and the next one drops it; --diff says so', () =>
    withProviders(async ({ google, scan, apps }) => {
      await scan()
      google.tenant.tokens = { 'ana@acme.example': [ZEPHYR], 'bo@acme.example': [ZEPHYR] }
      await scan()
      expect(await apps()).toContain('Botly missing')
      const { stdout } = await scan('--diff', '--json')
      expect(await apps()).not.toContainEqual(expect.stringContaining('Botly'))
      const [summary] = jsonRows(stdout)
      expect(fitsScan(summary)).toBeNull()
      expect(summary).toMatchObject({ diff: { appsNew: [], appsGone: ['Botly'] } })
      expect((await scan('--diff')).stdout).toContain('Nothing changed since the last scan\n')
    }))

  test('keeps what a partial read did not reach, however often', () =>
    withProviders(async ({ google, scan, apps }) => {
      await scan()
      google.tenant.tokens = { 'bo@acme.example': [ZEPHYR] }
      google.tenant.faults.push(refuseTokensOf('ana@acme.example'))
      for (let night = 0; night < 3; night += 1) expect((await scan('--source', 'google')).code).toBe(3)
      expect(await apps()).toContain('Botly not-rechecked')
    }))
})

describe('a data folder that another process writes to', () => {
  test('is told with its holder and exit 75, while reading goes on', () =>
    withProviders(async ({ folder, google, graph, scan }) => {
      await scan()
      google.tenant.faults.push({ when: ({ path }) => path.endsWith('/users'), answer: { delayMs: 60_000, body: {} } })
      const env = { ...(await googleSettings(folder, google)), ...microsoftSettings(graph) }
      const before = google.requests.length
      const running = folder.start(['scan'], { env })
      await expect.poll(() => google.requests.length, { timeout: 10_000 }).toBeGreaterThan(before + 1)
      await folder.file(
        'card.csv',
        'Date,Description,Debit,Credit,Currency\n2026-01-15,MIRO.COM,4.00,,EUR\n2026-01-16,MIRO.COM,,4.00,EUR\n',
      )
      const second = await folder.run(['import', 'card.csv'])
      expect(second).toMatchObject({ code: 75, stdout: '' })
      expect(second.stderr).toContain(String(running.child.pid))
      for (const command of ['apps', 'findings', 'shortlist']) expect((await folder.run([command])).code).toBe(0)
      running.child.kill('SIGTERM')
      const stopped = await running.ended
      expect(stopped.code).toBe(1)
      expect(stopped.stderr).toMatch(/^daylight: stopped by SIGTERM/)
      expect((await folder.run(['import', 'card.csv'])).code).toBe(0)
    }))
})

describe('doctor', () => {
  test('lists each permission of each source, and what is missing makes it partial', () =>
    withProviders(
      async ({ folder, google, graph }) => {
        const env = { ...(await googleSettings(folder, google)), ...microsoftSettings(graph) }
        const { code, stdout } = await folder.run(['doctor', '--json'], { env })
        expect(code).toBe(3)
        const permissions = jsonRows(stdout)
        expect(new Set(permissions.map(({ source }) => source))).toEqual(new Set(['google', 'microsoft']))
        expect(permissions.filter(({ source }) => source === 'google').map(({ state }) => state)).toEqual([
          'have',
          'have',
          'missing',
        ])
        expect((await folder.run(['doctor'], { env })).stdout).toMatch(/^✓ google: .+\(have\)/)
        expect(existsSync(folder.data)).toBe(false)
      },
      {
        google: {
          users: [{ primaryEmail: 'admin@acme.example' }],
          delegated: ['user.readonly', 'user.security'].map(
            (s) => `https://www.googleapis.com/auth/admin.directory.${s}`,
          ),
        },
      },
    ))

  test('exits 4 where the credentials are refused', async () => {
    await using folder = await openCliFolder()
    await using graph = await startTenant(GRAPH)
    const env = { ...microsoftSettings(graph), MICROSOFT_CLIENT_SECRET: 'old' }
    const { code, stdout } = await folder.run(['doctor'], { env })
    expect(code).toBe(4)
    expect(stdout).toMatch(/✗ microsoft: /)
  })
})
