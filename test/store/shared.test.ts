import { mkdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { Store } from '#core/store.ts'
import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files } from '#src/store/lowdb/files.ts'
import { segmentPath } from '#src/store/lowdb/segment-name.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { canonicalJson } from '#src/store/lowdb/canonical-json.ts'
import { encode } from '#src/store/lowdb/share-wire.ts'
import type { Request } from '#src/store/lowdb/share-wire.ts'
import { writeSegment } from '#src/store/lowdb/write-segment.ts'
import { openReader, openSharedWriter, openThroughHolder, openWriter } from '#src/store/open.ts'
import { describeStore } from './contract.ts'
import { all, charges, entry, temporaryFolder } from './examples.ts'
import { start } from './lowdb/start-child.ts'

async function through(folder: string): Promise<Store> {
  const holder = await openSharedWriter(folder)
  const store = await openThroughHolder(folder)
  if (store === null) throw new Error('the holder takes no writes')
  return {
    get: (collection, id) => store.get(collection, id),
    list: (collection) => store.list(collection),
    read: (kind, segment) => store.read(kind, segment),
    commit: (changes) => store.commit(changes),
    write: (kind, records) => store.write(kind, records),
    collect: (referenced) => store.collect(referenced),
    exclusively: (work, job, how) => store.exclusively(work, job, how),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await holder[Symbol.asyncDispose]()
    },
  }
}

describeStore('through the process that holds the folder', through, async (folder, { id }) => {
  const path = segmentPath(folder, id)
  const bytes = await readFile(path)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0x10
  await writeFile(path, bytes)
})

test('who opens a folder that a server holds writes through the server, and both see it at once', async () => {
  await using folder = await temporaryFolder()
  await using server = await openSharedWriter(folder.path)
  await using other = await openWriter(folder.path)
  await other.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  expect((await server.get('inventory', 'slack'))?.version).toBe(1)
  await server.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { seats: 7 }) }])
  expect((await other.get('inventory', 'slack'))?.value.seats).toBe(7)
  await expect(
    other.commit([{ put: 'inventory', id: 'slack', value: entry('slack'), ifVersion: 1 }]),
  ).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' })
})

test('the socket is for the owner only, and gone when its server has ended', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'daylight.sock')
  {
    await using _ = await openSharedWriter(folder.path)
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600')
  }
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a folder whose name is too long for a socket is shared all the same', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'x'.repeat(120))
  await using _ = await openSharedWriter(path)
  await using other = await openWriter(path)
  await other.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  expect(await (await openReader(path))?.list('inventory')).toHaveLength(1)
})

test('work of one kind waits for its turn across processes, and work of another kind does not', async () => {
  await using folder = await temporaryFolder()
  await using server = await openSharedWriter(folder.path)
  await using other = await openWriter(folder.path)
  const [gate, order] = [Promise.withResolvers<void>(), Array<string>()]
  const first = server.exclusively('detection', async () => {
    order.push('server begins')
    await gate.promise
    order.push('server ends')
  })
  const second = other.exclusively('detection', async () => void order.push('other detects'))
  await other.exclusively('import', async () => void order.push('other imports'))
  await sleep(20)
  gate.resolve()
  await Promise.all([first, second])
  expect(order).toEqual(['server begins', 'other imports', 'server ends', 'other detects'])
})

test('a process that is killed gives its turn back, and what it had not committed never was', async () => {
  await using folder = await temporaryFolder()
  await using server = await openSharedWriter(folder.path)
  const child = start('hold-turn.ts', folder.path)
  expect(await child.firstLine()).toBe('has the turn')
  let done = false
  const waiting = server.exclusively('detection', async () => {
    done = true
  })
  await sleep(50)
  expect(done).toBe(false)
  await child.kill()
  await waiting
  expect((await server.list('inventory')).map(({ id }) => id)).toEqual(['committed'])
})

test('what a vanished process wrote and referred to survives collections that were under way', async () => {
  await using folder = await temporaryFolder()
  await using server = await openSharedWriter(folder.path)
  const kept = charges(3)
  const { id } = await (async () => {
    await using other = await openWriter(folder.path)
    const segment = await other.write('observations', kept)
    await other.write('observations', charges(9))
    await other.commit([{ put: 'inventory', id: 'x', value: entry('x', { app: segment.id }) }])
    return segment
  })()
  await sleep(20)
  // Asked before the commit, carried out after it.
  await server.collect(new Set())
  expect(await all(server.read('observations', id))).toEqual(kept)
  await server.collect(new Set([id]))
  expect(await all(server.read('observations', id))).toEqual(kept)
})

test('when the server ends, who wrote through it is told, and can write alone afterwards', async () => {
  await using folder = await temporaryFolder()
  const server = await openSharedWriter(folder.path)
  await using other = await openWriter(folder.path)
  await server[Symbol.asyncDispose]()
  await expect(other.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining('ended; what it confirmed is stored'),
  })
  await using alone = await openWriter(folder.path)
  await alone.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
})

test('who says something else to the socket is cut off, and nobody else notices', async () => {
  await using folder = await temporaryFolder()
  await using server = await openSharedWriter(folder.path)
  for (const words of ['GET / HTTP/1.1\r\n\r\n', '{"ask":"format the disk","call":1}\n', '[]\n', '\n']) {
    const socket = connect(join(folder.path, 'daylight.sock'))
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    const closed = once(socket, 'close')
    socket.write(words)
    await closed
  }
  await using other = await openWriter(folder.path)
  await other.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  expect(await server.list('inventory')).toHaveLength(1)
})

test('a collection that knows of a commit on its way to the disk waits for it, and no later one takes its segment', async () => {
  await using folder = await temporaryFolder()
  const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let held = false
  const files: Files = {
    ...diskFiles,
    async create(path) {
      const file = await diskFiles.create(path)
      async function sync(): Promise<void> {
        if (held) {
          asked.resolve()
          await gate.promise
        }
        await file.sync()
      }
      return { ...file, sync }
    },
  }
  await using server = await openLowdbWriter(folder.path, { files, share: true })
  await using other = await openWriter(folder.path)
  const { id } = await other.write('observations', charges(3))
  held = true
  const commit = other.commit([{ put: 'inventory', id: 'x', value: entry('x', { app: id }) }])
  await asked.promise
  const [seen] = await other.list('inventory')
  expect(seen?.value.app).toBe(id)
  const first = other.exclusively('detection', () => other.collect(new Set([id])))
  const second = server.exclusively('detection', async () => {
    const known = (await server.list('inventory')).flatMap(({ value }) => value.app ?? [])
    await server.collect(new Set(known))
  })
  await sleep(20)
  gate.resolve()
  await Promise.all([commit, first, second])
  expect(await all(server.read('observations', id))).toEqual(charges(3))
})

test('a server whose socket cannot be made says so, and lets go of the folder', async () => {
  await using folder = await temporaryFolder()
  await mkdir(join(folder.path, 'daylight.sock'))
  await expect(openSharedWriter(folder.path)).rejects.toThrow('daylight.sock')
  await rmdir(join(folder.path, 'daylight.sock'))
  await using server = await openSharedWriter(folder.path)
  expect(await server.list('inventory')).toEqual([])
})

test('the turn of a vanished process goes on only when its last commit is settled', async () => {
  await using folder = await temporaryFolder()
  const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let held = false
  await using server = await openLowdbWriter(folder.path, { files: syncing(wait), share: true })
  async function wait(): Promise<void> {
    if (!held) return
    asked.resolve()
    await gate.promise
  }
  const { id } = await writeSegment(folder.path, diskFiles, 'observations', charges(3), async () => undefined)
  held = true
  const socket = connect(join(folder.path, 'daylight.sock'))
  const json = canonicalJson(entry('x', { app: id }))
  const said: readonly Request[] = [
    { ask: 'begin', call: 1, work: 'detection', wait: true },
    { ask: 'claim', call: 2, segment: id },
    { ask: 'change', call: 3, collection: 'inventory', id: 'x', json, ifVersion: null },
    { ask: 'commit', call: 3 },
    { ask: 'collect', call: 4, referenced: [] },
  ]
  for (const request of said) socket.write(encode(request))
  await asked.promise
  socket.destroy()
  const next = server.exclusively('detection', async () => {
    const known = (await server.list('inventory')).flatMap(({ value }) => value.app ?? [])
    await server.collect(new Set(known))
  })
  await sleep(50)
  gate.resolve()
  await next
  expect(await all(server.read('observations', id))).toEqual(charges(3))
})

/** The disk, where each sync waits first. */
function syncing(wait: () => Promise<void>): Files {
  return {
    ...diskFiles,
    async create(path) {
      const file = await diskFiles.create(path)
      return { ...file, sync: async () => wait().then(() => file.sync()) }
    },
  }
}
