import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '#core/store.ts'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { all, charges, entry, temporaryFolder } from '../examples.ts'
import { faultyFiles } from './faulty-files.ts'
import type { Fault } from './faulty-files.ts'

const FAULTS: readonly (readonly [fault: Fault, code: string])[] = [
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['short', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EIO', 'EIO'],
  ['EMFILE', 'EMFILE'],
]
const COMMIT_STEPS = ['write', 'sync']
const OPENING_STEPS = [
  'create',
  'write',
  'sync',
  'syncFolder',
  'create',
  'write',
  'sync',
  'close',
  'rename',
  'syncFolder',
]
const SPANS = ['once', 'lasting', 'lasting of its kind'] as const
const cases = FAULTS.flatMap(([fault, code]) => SPANS.map((lasting) => ({ fault, code, lasting })))

const before: readonly Change[] = ['a', 'b'].map((id) => ({ put: 'inventory', id, value: entry(id, { seats: 1 }) }))
const after: readonly Change[] = [
  { put: 'inventory', id: 'a', value: entry('a', { seats: 2 }) },
  { delete: 'inventory', id: 'b' },
  { put: 'inventory', id: 'c', value: entry('c', { seats: 2, notes: 'x'.repeat(10_000) }) },
]

test('a commit is written, synced and in place before it is acknowledged', async () => {
  await using folder = await temporaryFolder()
  const disk = faultyFiles()
  await using store = await openLowdbWriter(folder.path, { files: disk.files })
  disk.arm(0, 'EIO')
  await store.commit(before)
  expect(disk.steps).toEqual(COMMIT_STEPS)
})

test.for(cases.flatMap((each) => COMMIT_STEPS.map((step, index) => ({ ...each, step, index }))))(
  'a commit whose $step fails with $fault (lasting: $lasting) leaves the old state or the new, never a third',
  async ({ fault, code, lasting, step, index }) => {
    await using folder = await temporaryFolder()
    const disk = faultyFiles()
    await using store = await openLowdbWriter(folder.path, { files: disk.files })
    await store.commit(before)
    disk.arm(index + 1, fault, lasting)
    await expect(store.commit(after)).rejects.toMatchObject({ code })
    disk.arm(0, fault)

    // Only where what was written can neither be synced nor taken back does the new state have to stay.
    const newStays = lasting === 'lasting' && step === 'sync'
    const kept = await store.list('inventory')
    expect(kept.map(({ id, version }) => `${id}${version}`)).toEqual(newStays ? ['a2', 'c1'] : ['a1', 'b1'])
    const reader = await openLowdbReader(folder.path)
    expect(await reader?.list('inventory')).toEqual(kept)

    await store.commit([{ put: 'inventory', id: 'a', value: entry('a', { seats: 3 }) }])
    expect((await reader?.get('inventory', 'a'))?.value.seats).toBe(3)
    await store[Symbol.asyncDispose]()
    await using again = await openLowdbWriter(folder.path)
    expect((await again.get('inventory', 'a'))?.value.seats).toBe(3)
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  },
)

test('when the disk is full, every commit that waits for the same write is told, and the next ones work', async () => {
  await using folder = await temporaryFolder()
  const disk = faultyFiles()
  await using store = await openLowdbWriter(folder.path, { files: disk.files })
  disk.arm(1, 'ENOSPC', 'lasting')
  const commits = Array.from({ length: 5 }, (_, n) =>
    store.commit([{ put: 'inventory', id: `tool-${n}`, value: entry('any') }]),
  )
  expect(await Promise.allSettled(commits)).toMatchObject(commits.map(() => ({ reason: { code: 'full' } })))
  expect(await store.list('inventory')).toEqual([])
  disk.arm(0, 'ENOSPC')
  await store.commit(before)
  expect((await store.list('inventory')).map(({ id }) => id)).toEqual(['a', 'b'])
})

test.for(cases)(
  'every step of writing a segment that fails with $fault (lasting: $lasting) leaves no half segment',
  async ({ fault, code, lasting }) => {
    const disk = faultyFiles()
    await using folder = await temporaryFolder()
    await using store = await openLowdbWriter(folder.path, { files: disk.files })
    const segments = join(folder.path, 'segments')
    const records = charges(1_500)
    disk.arm(0, fault)
    await store.write('observations', records)
    const steps = [...disk.steps]
    expect(steps.filter((step) => step === 'write').length).toBeGreaterThan(2)
    for (const index of steps.keys()) {
      const more = [...records, ...charges(index + 1)]
      disk.arm(index + 1, fault, lasting)
      await expect(store.write('observations', more)).rejects.toMatchObject({ code })
      disk.arm(0, fault)
      for (const name of (await readdir(segments)).filter((each) => each.endsWith('.gz'))) {
        const found = await all(store.read('observations', name.replace('.ndjson.gz', '')))
        expect(found.length).toBeGreaterThanOrEqual(records.length)
      }
      const { id } = await store.write('observations', more)
      expect(await all(store.read('observations', id))).toHaveLength(more.length)
    }
    await store[Symbol.asyncDispose]()
    await using again = await openLowdbWriter(folder.path)
    expect(await again.list('inventory')).toEqual([])
    expect((await readdir(segments)).filter((name) => !name.endsWith('.ndjson.gz'))).toEqual([])
  },
)

test.for(FAULTS)(
  'a new folder that cannot be written (%s) is told at once, and nobody keeps its lock',
  async ([fault, code]) => {
    for (const [index] of OPENING_STEPS.entries()) {
      await using folder = await temporaryFolder()
      const disk = faultyFiles()
      disk.arm(index + 1, fault, 'lasting')
      await expect(openLowdbWriter(folder.path, { files: disk.files })).rejects.toMatchObject({ code })
      await using store = await openLowdbWriter(folder.path)
      expect(await store.list('inventory')).toEqual([])
    }
  },
)

test('a collection that fails half-way removes nothing that is referenced, and can be repeated', async () => {
  await using folder = await temporaryFolder()
  let ids: string[] = []
  {
    await using store = await openLowdbWriter(folder.path)
    ids = (await Promise.all([1, 2, 3].map((n) => store.write('observations', charges(n))))).map(({ id }) => id)
  }
  const disk = faultyFiles()
  await using store = await openLowdbWriter(folder.path, { files: disk.files })
  const [kept = ''] = ids
  disk.arm(2, 'EROFS')
  await expect(store.collect(new Set([kept]))).rejects.toMatchObject({ code: 'read-only' })
  await store.collect(new Set([kept]))
  expect(await readdir(join(folder.path, 'segments'))).toEqual([`${kept}.ndjson.gz`])
  expect(await all(store.read('observations', kept))).toEqual(charges(1))
})
