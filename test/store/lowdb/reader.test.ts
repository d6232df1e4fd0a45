import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { all, charges, entry, temporaryFolder } from '../examples.ts'
import { start } from './start-child.ts'

test('reading where there is no store gives null and makes nothing', async () => {
  await using folder = await temporaryFolder()
  expect(await openLowdbReader(folder.path)).toBeNull()
  expect(await openLowdbReader(join(folder.path, 'not', 'there'))).toBeNull()
  expect(await readdir(folder.path)).toEqual([])
})

test('a store that was only opened can be read', async () => {
  await using folder = await temporaryFolder()
  await using _ = await openLowdbWriter(folder.path)
  const reader = await openLowdbReader(folder.path)
  expect(await reader?.list('inventory')).toEqual([])
})

test('reading needs no lock and leaves no trace', async () => {
  await using folder = await temporaryFolder()
  await using store = await openLowdbWriter(folder.path)
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  const { id } = await store.write('observations', charges(3))
  const before = await readdir(folder.path, { recursive: true })
  const reader = await openLowdbReader(folder.path)
  expect(await reader?.get('inventory', 'slack')).toEqual({ id: 'slack', version: 1, value: entry('slack') })
  expect(reader && (await all(reader.read('observations', id)))).toEqual(charges(3))
  expect(await readdir(folder.path, { recursive: true })).toEqual(before)
})

test('a reader that stays open sees each commit as soon as it is acknowledged, however quick they are', async () => {
  await using folder = await temporaryFolder()
  await using store = await openLowdbWriter(folder.path)
  const reader = await openLowdbReader(folder.path)
  for (let seats = 1; seats <= 150; seats += 1) {
    // The size of the file stays the same, so that only a close look can tell the commits apart.
    await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 100 + (seats % 900) }) }])
    expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(100 + (seats % 900))
    if (seats % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 150))
  }
})

test('a snapshot that differs from the last in nothing that the file system tells is still seen', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'daylight.json')
  // Of the future, so that it stays young however slow this machine is.
  const at = new Date(Date.now() + 3_600_000)
  async function put(seats: number): Promise<void> {
    const documents = { inventory: { slack: { version: 1, value: entry('slack', { seats }) } } }
    await writeFile(path, JSON.stringify({ format: 'daylight', version: 1, documents }))
    await utimes(path, at, at)
  }
  await put(100)
  const reader = await openLowdbReader(folder.path)
  for (const seats of [100, 101, 102]) {
    await put(seats)
    expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(seats)
  }
})

test('a reader sees the commits of another process, each of them whole', async () => {
  await using folder = await temporaryFolder()
  const writer = start('commit-loop.ts', folder.path)
  await writer.firstLine()
  const reader = await openLowdbReader(folder.path)
  const seen = new Set<number>()
  while (seen.size < 25) {
    const acknowledged = Number(writer.lines.at(-1))
    const list = (await reader?.list('inventory')) ?? []
    const [a, b] = ['a', 'b'].map((id) => list.find((document) => document.id === id))
    expect(b).toEqual({ ...a, id: 'b' })
    expect(a?.value.seats).toBeGreaterThanOrEqual(acknowledged)
    seen.add(a?.value.seats ?? 0)
  }
  await writer.kill()
  expect([...seen]).toEqual([...seen].toSorted((x, y) => x - y))
})

test('a snapshot that is removed under a reader is damage, not emptiness, and its writer puts it back', async () => {
  await using folder = await temporaryFolder()
  const store = await openLowdbWriter(folder.path)
  const reader = await openLowdbReader(folder.path)
  await rm(join(folder.path, 'daylight.json'))
  await expect(reader?.list('inventory')).rejects.toMatchObject({ code: 'damaged' })
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  await store[Symbol.asyncDispose]()
  expect(await reader?.list('inventory')).toHaveLength(1)
})
