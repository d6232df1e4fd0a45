import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { all, temporaryFolder } from '../examples.ts'
import { start } from './start-child.ts'
import { seeded } from './seeded.ts'

const TRIALS = Number(process.env['CRASH_TRIALS'] ?? 15)

test(
  `${TRIALS} writers killed at random moments lose nothing they acknowledged, and leave a readable store`,
  async () => {
    await using folder = await temporaryFolder()
    const random = seeded(20_261_121)
    let acknowledged = 0
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const child = start('commit-loop.ts', folder.path)
      await child.firstLine()
      await sleep(random() * 60)
      await child.kill()
      acknowledged = Number(child.lines.at(-1))

      const reader = await openLowdbReader(folder.path)
      const [a, b] = await Promise.all([reader?.get('inventory', 'a'), reader?.get('inventory', 'b')])
      expect(a?.value.seats).toBeGreaterThanOrEqual(acknowledged)
      expect(b).toEqual({ ...a, id: 'b' })
      const neighbours = (await reader?.list('inventory'))?.filter(({ id }) => id.startsWith('neighbour-')) ?? []
      expect(neighbours).toHaveLength(3)
      for (const { value } of neighbours) expect(value.seats).toBeGreaterThanOrEqual(acknowledged)
      const segments = ((await reader?.list('inventory')) ?? []).flatMap(({ value }) => value.app ?? [])
      for (const segment of segments) {
        const records = await all(reader?.read('observations', segment) ?? none())
        expect(records.length).toBeGreaterThanOrEqual(200)
      }
    }
    expect(acknowledged).toBeGreaterThan(TRIALS)
    await using store = await openLowdbWriter(folder.path)
    const referenced = (await store.list('inventory')).flatMap(({ value }) => value.app ?? [])
    await store.collect(new Set(referenced))
    const files = [...(await readdir(folder.path)), ...(await readdir(join(folder.path, 'segments')))]
    expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([])
  },
  60_000 + TRIALS * 2_000,
)

async function* none(): AsyncGenerator<never> {}
