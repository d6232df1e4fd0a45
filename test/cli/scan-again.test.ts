import { beforeAll, describe, expect, test } from 'vitest'
import { jsonRows } from '#test/support/cli.ts'
import { publishedSchema } from '#test/support/published-schema.ts'
import { ZEPHYR, refuseTokensOf, withProviders } from '#test/support/two-providers.ts'

let fitsScan: (value: unknown) => string | null
beforeAll(async () => {
  fitsScan = await publishedSchema('scan')
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
