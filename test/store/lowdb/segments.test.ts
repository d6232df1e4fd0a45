import { execFile } from 'node:child_process'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Segment, Store } from '#core/store.ts'
import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files } from '#src/store/lowdb/files.ts'
import { segmentPath } from '#src/store/lowdb/segment-name.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { all, charges, temporaryFolder } from '../examples.ts'
import { seeded } from './seeded.ts'

async function written(
  folder: string,
  count: number,
): Promise<{ store: Store; segment: Segment; path: string; bytes: Buffer }> {
  const store = await openLowdbWriter(folder)
  const segment = await store.write('observations', charges(count))
  const path = segmentPath(folder, segment.id)
  return { store, segment, path, bytes: await readFile(path) }
}

test('a segment is compressed NDJSON that gunzip and every other program reads, with its sum in the last line', async () => {
  await using folder = await temporaryFolder()
  const { store, segment, path } = await written(folder.path, 50)
  await using _ = store
  const { stdout } = await promisify(execFile)('gzip', ['-dc', path])
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines.slice(0, -1)).toEqual(charges(50))
  expect(lines.at(-1)).toEqual({ segment: 1, kind: 'observations', records: 50, sha256: segment.hash })
})

test('a byte that flips anywhere is noticed, or changes nothing that is read', async () => {
  await using folder = await temporaryFolder()
  const { store, segment, path, bytes } = await written(folder.path, 40)
  await using _ = store
  const random = seeded(7)
  let noticed = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const flipped = Buffer.from(bytes)
    flipped[index] = (flipped[index] ?? 0) ^ (1 << Math.floor(random() * 8))
    await writeFile(path, flipped)
    const [read] = await Promise.allSettled([all(store.read('observations', segment.id))])
    if (read.status === 'rejected') noticed += 1
    const outcome = read.status === 'rejected' ? read.reason.code : JSON.stringify(read.value)
    expect(['damaged', JSON.stringify(charges(40))]).toContain(outcome)
  }
  // Times, names and flags in the two gzip headers are all that nobody reads.
  expect(noticed).toBeGreaterThan(bytes.length - 24)
}, 60_000)

test('a segment that was cut off anywhere is noticed', async () => {
  await using folder = await temporaryFolder()
  const { store, segment, path, bytes } = await written(folder.path, 40)
  await using _ = store
  for (let length = 0; length < bytes.length; length += 1) {
    await writeFile(path, bytes.subarray(0, length))
    await expect(all(store.read('observations', segment.id))).rejects.toMatchObject({ code: 'damaged' })
  }
}, 60_000)

test.for<{ what: string; edit: (text: string) => string }>([
  { what: 'a record changed', edit: (text) => text.replace('SLACK T3', 'SLACK T4') },
  { what: 'a record left out', edit: (text) => text.replace(/.*"charge-3".*\n/, '') },
  { what: 'a record twice', edit: (text) => text.replace(/(.*"charge-3".*\n)/, '$1$1') },
  { what: 'two records swapped', edit: (text) => text.replace(/(.*"charge-3".*\n)(.*"charge-4".*\n)/, '$2$1') },
  { what: 'no footer', edit: (text) => text.replace(/.*\n$/, '') },
  { what: 'the footer of another count', edit: (text) => text.replace('"records":10', '"records":11') },
  { what: 'a footer twice', edit: (text) => text.replace(/(.*\n)$/, '$1$1') },
  { what: 'a line that is no JSON', edit: (text) => text.replace('{"key":"charge-3"', '{"key:"charge-3"') },
])('a segment that was rewritten with $what is noticed', async ({ edit }) => {
  await using folder = await temporaryFolder()
  const { store, segment, path, bytes } = await written(folder.path, 10)
  await using _ = store
  const text = gunzipSync(bytes).toString()
  expect(edit(text)).not.toBe(text)
  await writeFile(path, gzipSync(edit(text)))
  const reading = all(store.read('observations', segment.id))
  await expect(reading).rejects.toMatchObject({ code: 'damaged' })
  await expect(reading).rejects.toThrow(path)
})

test('a segment in the place of another is noticed', async () => {
  await using folder = await temporaryFolder()
  const { store, path } = await written(folder.path, 10)
  await using _ = store
  const other = await store.write('observations', charges(9))
  await writeFile(segmentPath(folder.path, other.id), await readFile(path))
  await expect(all(store.read('observations', other.id))).rejects.toMatchObject({ code: 'damaged' })
})

test('writing the same records again repairs a damaged segment and adds no file', async () => {
  await using folder = await temporaryFolder()
  const { store, segment, path } = await written(folder.path, 10)
  await using _ = store
  for (const harm of [() => writeFile(path, 'broken'), () => rm(path)]) {
    await harm()
    await expect(all(store.read('observations', segment.id))).rejects.toMatchObject({ code: 'damaged' })
    expect(await store.write('observations', charges(10))).toEqual(segment)
    expect(await all(store.read('observations', segment.id))).toEqual(charges(10))
    expect(await readdir(join(folder.path, 'segments'))).toHaveLength(1)
  }
})

test('a record that could not be read back is refused when it is written', async () => {
  await using folder = await temporaryFolder()
  const { store } = await written(folder.path, 1)
  await using _ = store
  const [long] = charges(1).map((each) => ({ ...each, descriptor: 'x'.repeat(65 * 1024 * 1024) }))
  await expect(store.write('observations', long ? [long] : [])).rejects.toThrow(
    /observations record 0 is \d+ characters/,
  )
  expect(await readdir(join(folder.path, 'segments'))).toHaveLength(1)
})

test('a segment that is written again while it is being removed is put in place after that', async () => {
  await using folder = await temporaryFolder()
  const [removing, gate, placed] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ]
  const files: Files = {
    ...diskFiles,
    async rename(from, to) {
      await diskFiles.rename(from, to)
      placed.resolve()
    },
    async remove(path) {
      if (!path.endsWith('.gz')) return diskFiles.remove(path)
      removing.resolve()
      await gate.promise
      await diskFiles.remove(path)
    },
  }
  const { segment, store: first } = await written(folder.path, 5)
  await first[Symbol.asyncDispose]()
  await using store = await openLowdbWriter(folder.path, { files })
  const collecting = store.collect(new Set())
  await removing.promise
  const writing = store.write('observations', charges(5))
  await Promise.race([placed.promise, sleep(100)])
  gate.resolve()
  await Promise.all([collecting, writing])
  expect(await all(store.read('observations', segment.id))).toEqual(charges(5))
})
