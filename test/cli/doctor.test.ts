import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { googleSettings, microsoftSettings } from '#test/support/cli-sources.ts'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { startTenant } from '#test/support/microsoft.ts'
import { GRAPH, withProviders } from '#test/support/two-providers.ts'

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
