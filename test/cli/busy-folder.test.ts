import { describe, expect, test } from 'vitest'
import { googleSettings, microsoftSettings } from '#test/support/cli-sources.ts'
import { withProviders } from '#test/support/two-providers.ts'

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
