import { appendFile, copyFile, readFile, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files } from '#src/store/lowdb/files.ts'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { entry, temporaryFolder } from '../examples.ts'
import { faultyFiles } from './faulty-files.ts'

const JOURNAL = 'journal-00000001.ndjson'

/** A folder as a writer leaves it that was killed after some commits: its snapshot is empty, and the journal has them. */
async function killedAfter(commits: number): Promise<AsyncDisposable & { readonly path: string }> {
  const live = await temporaryFolder()
  const dead = await temporaryFolder()
  const store = await openLowdbWriter(live.path)
  for (let seats = 1; seats <= commits; seats += 1) {
    await store.commit([
      { put: 'inventory', id: 'slack', value: entry('slack', { seats, notes: 'a\u2028b "c"' }) },
      { put: 'inventory', id: `tool-${seats}`, value: entry('any') },
      ...(seats > 1 ? [{ delete: 'inventory' as const, id: `tool-${seats - 1}` }] : []),
    ])
  }
  for (const name of ['daylight.json', JOURNAL]) await copyFile(join(live.path, name), join(dead.path, name))
  await store[Symbol.asyncDispose]()
  await live[Symbol.asyncDispose]()
  return dead
}

test('what a killed writer had acknowledged is there again, with its versions, for writers and readers', async () => {
  await using folder = await killedAfter(3)
  const reader = await openLowdbReader(folder.path)
  const seen = await reader?.list('inventory')
  expect(seen?.map(({ id, version }) => `${id} ${version}`)).toEqual(['slack 3', 'tool-3 1'])
  await using store = await openLowdbWriter(folder.path)
  expect(await store.list('inventory')).toEqual(seen)
  expect(seen?.[0]?.value).toEqual(entry('slack', { seats: 3, notes: 'a\u2028b "c"' }))
})

test('a writer that closes leaves a snapshot that needs no journal', async () => {
  await using folder = await killedAfter(3)
  {
    await using _ = await openLowdbWriter(folder.path)
    expect((await readdir(folder.path)).filter((name) => name.startsWith('journal-'))).toEqual([
      'journal-00000002.ndjson',
    ])
  }
  expect((await readdir(folder.path)).filter((name) => name.startsWith('journal-'))).toEqual([])
  expect(await (await openLowdbReader(folder.path))?.list('inventory')).toHaveLength(2)
})

test('a journal that ends anywhere in its last commit loses that commit only, and the rest of it is kept aside', async () => {
  const whole = await (async () => {
    await using folder = await killedAfter(2)
    return (await stat(join(folder.path, JOURNAL))).size
  })()
  await using three = await killedAfter(3)
  const bytes = await readFile(join(three.path, JOURNAL))
  for (const end of [whole, whole + 1, whole + 9, whole + 18, whole + 40, bytes.length - 1]) {
    await using folder = await killedAfter(3)
    await truncate(join(folder.path, JOURNAL), end)
    const told: string[] = []
    const reader = await openLowdbReader(folder.path)
    expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(2)
    await using store = await openLowdbWriter(folder.path, { tell: (sentence) => told.push(sentence) })
    expect((await store.get('inventory', 'slack'))?.value.seats).toBe(2)
    const torn = end - whole
    expect(told.map((sentence) => /(\d+) bytes of .* were cut at byte (\d+) /.exec(sentence)?.slice(1))).toEqual(
      torn === 0 ? [] : [[String(torn), String(whole)]],
    )
    const aside = (await readdir(folder.path)).filter((name) => name.endsWith('.torn'))
    const kept = await Promise.all(aside.map((name) => readFile(join(folder.path, name))))
    expect(kept).toEqual(torn === 0 ? [] : [bytes.subarray(whole, end)])
  }
})

test('any byte changed in the middle of a journal is damage, named with its offset, and nothing is written', async () => {
  await using healthy = await killedAfter(3)
  const bytes = await readFile(join(healthy.path, JOURNAL))
  const second = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1
  for (const at of [0, 5, 12, 30, second - 1, second, second + 20]) {
    await using folder = await killedAfter(3)
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 0x01
    await writeFile(join(folder.path, JOURNAL), changed)
    const start = at < bytes.indexOf('\n') + 1 ? 0 : at < second ? bytes.indexOf('\n') + 1 : second
    for (const opening of [openLowdbReader, openLowdbWriter]) {
      await expect(opening(folder.path)).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringMatching(new RegExp(`${JOURNAL}, at byte ${start}, is damaged.*backup salvage`)),
      })
    }
    expect(await readFile(join(folder.path, JOURNAL))).toEqual(changed)
  }
})

test('a journal that is missing is damage, not an older state', async () => {
  await using folder = await killedAfter(3)
  await rm(join(folder.path, JOURNAL))
  for (const opening of [openLowdbReader, openLowdbWriter]) {
    await expect(opening(folder.path)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(`${JOURNAL} is missing`),
    })
  }
})

test('a journal of a newer format, and commits out of their order, are refused', async () => {
  await using newer = await killedAfter(0)
  const header = await readFile(join(newer.path, JOURNAL), 'utf8')
  expect(header).toMatch(
    /^[0-9a-f]{8} [0-9a-f]{8} \{"format":"daylight-journal","version":1,"generation":1,"after":0\}\n$/,
  )
  await using doubled = await killedAfter(2)
  const path = join(doubled.path, JOURNAL)
  const bytes = await readFile(path)
  await appendFile(path, bytes.subarray(bytes.indexOf('\n') + 1))
  await expect(openLowdbReader(doubled.path)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('holds commit 1 behind commit 2'),
  })
})

test('commits go on in the next journal while a grown one is folded into the snapshot', async () => {
  await using folder = await temporaryFolder()
  const store = await openLowdbWriter(folder.path)
  const reader = await openLowdbReader(folder.path)
  const notes = 'x'.repeat(1_000_000)
  for (let seats = 1; seats <= 30; seats += 1) {
    await store.commit([{ put: 'inventory', id: `tool-${seats % 3}`, value: entry('any', { seats, notes }) }])
    expect((await reader?.get('inventory', `tool-${seats % 3}`))?.value.seats).toBe(seats)
  }
  const journals = (await readdir(folder.path)).filter((name) => name.startsWith('journal-'))
  expect(Number(/\d+/.exec(journals.at(-1) ?? '')?.[0])).toBeGreaterThanOrEqual(3)
  await store[Symbol.asyncDispose]()
  expect((await reader?.list('inventory'))?.map(({ value }) => value.seats)).toEqual([30, 28, 29])
})

test('a snapshot that cannot be rewritten is told, and costs nothing that was acknowledged', async () => {
  await using folder = await temporaryFolder()
  const disk = faultyFiles()
  const told: string[] = []
  const store = await openLowdbWriter(folder.path, { files: disk.files, tell: (sentence) => told.push(sentence) })
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 5 }) }])
  disk.arm(2, 'ENOSPC', 'lasting')
  await store[Symbol.asyncDispose]()
  expect(told).toEqual([expect.stringContaining('is safe in the journal beside it')])
  await using again = await openLowdbWriter(folder.path)
  expect((await again.get('inventory', 'slack'))?.value.seats).toBe(5)
})

test('commits that share a write are torn together: sectors that a power loss left out of their middle are no damage', async () => {
  await using folder = await temporaryFolder()
  await using dead = await temporaryFolder()
  const store = await openLowdbWriter(folder.path)
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  const { length } = await readFile(join(folder.path, JOURNAL))
  const first = store.commit([{ put: 'inventory', id: 'alone', value: entry('any') }])
  const group = [1, 2, 3].map((n) => store.commit([{ put: 'inventory', id: `tool-${n}`, value: entry('any') }]))
  await Promise.all([first, ...group])
  const bytes = await readFile(join(folder.path, JOURNAL))
  await copyFile(join(folder.path, 'daylight.json'), join(dead.path, 'daylight.json'))
  await store[Symbol.asyncDispose]()
  const alone = bytes.indexOf('\n', length) + 1
  await writeFile(join(dead.path, JOURNAL), bytes.fill(0, alone + 30, alone + 300))
  const reader = await openLowdbReader(dead.path)
  expect((await reader?.list('inventory'))?.map(({ id }) => id)).toEqual(['alone', 'slack'])
})

/** Makes a snapshot old enough for a reader to rely on its time, and to read on behind it. */
async function settle(folder: string): Promise<void> {
  await utimes(join(folder, 'daylight.json'), new Date(0), new Date(0))
}

test('a reader does not wait behind a journal that could not be finished', async () => {
  await using folder = await temporaryFolder()
  const disk = faultyFiles()
  const told: string[] = []
  const tell = (sentence: string): void => void told.push(sentence)
  await using store = await openLowdbWriter(folder.path, { files: disk.files, longestJournal: 1_000, tell })
  await settle(folder.path)
  const reader = await openLowdbReader(folder.path)
  disk.arm(4, 'ENOSPC', 'lasting')
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 1, notes: 'x'.repeat(1_000) }) }])
  expect(told).toHaveLength(1)
  expect(await readdir(folder.path)).toContain('journal-00000002.ndjson')
  expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(1)
  // The journal stays the old one, as no other can be made.
  disk.arm(3, 'ENOSPC', 'lasting')
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 2 }) }])
  expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(2)
  disk.arm(0, 'ENOSPC')
})

test('what a reader saw of a commit that was then taken back, it forgets', async () => {
  await using folder = await temporaryFolder()
  const reads = Promise.withResolvers<number | null | undefined>()
  let failing = false
  const files: Files = {
    ...diskFiles,
    async create(path) {
      const file = await diskFiles.create(path)
      async function sync(): Promise<void> {
        if (!failing) return file.sync()
        failing = false
        reads.resolve((await reader?.get('inventory', 'slack'))?.value.seats)
        throw Object.assign(new Error('made up for a test'), { code: 'EIO' })
      }
      return { ...file, sync }
    },
  }
  await using store = await openLowdbWriter(folder.path, { files })
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 1 }) }])
  await settle(folder.path)
  const reader = await openLowdbReader(folder.path)
  failing = true
  const refused = store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 2 }) }])
  await expect(refused).rejects.toMatchObject({ code: 'EIO' })
  expect(await reads.promise).toBe(2)
  expect((await reader?.get('inventory', 'slack'))?.value.seats).toBe(1)
})

test('of the torn ends of many killed writers the last five are kept', async () => {
  await using folder = await killedAfter(1)
  for (let killed = 1; killed <= 7; killed += 1) {
    const last = (await readdir(folder.path)).filter((name) => /^journal-\d+\.ndjson$/.test(name)).at(-1) ?? ''
    const live = join(folder.path, last)
    await appendFile(live, '0000')
    const store = await openLowdbWriter(folder.path, { tell: () => undefined })
    const names = (await readdir(folder.path)).filter((name) => /^(journal-\d+\.ndjson|daylight\.json)$/.test(name))
    const kept = new Map<string, Uint8Array>()
    for (const name of names) kept.set(name, await readFile(join(folder.path, name)))
    await store[Symbol.asyncDispose]()
    for (const [name, bytes] of kept) await writeFile(join(folder.path, name), bytes)
  }
  const torn = (await readdir(folder.path)).filter((name) => name.endsWith('.torn'))
  expect(torn.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [3, 4, 5, 6, 7].map((n) => `journal-0000000${n}.ndjson.torn`),
  )
})
