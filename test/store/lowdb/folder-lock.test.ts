import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { entry, temporaryFolder } from '../examples.ts'
import { start } from './start-child.ts'

test('a second writer is refused, and told who holds the folder', async () => {
  await using folder = await temporaryFolder()
  const holder = start('hold-lock.ts', folder.path)
  expect(await holder.firstLine()).toBe('open 0')
  const refused = openLowdbWriter(folder.path)
  await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'locked' })
  await expect(refused).rejects.toThrow(
    new RegExp(`${folder.path}: pid ${holder.pid} \\(daylight ${folder.path}\\) on ${hostname()} since 20\\d\\d-`),
  )
  await holder.end()
  await using store = await openLowdbWriter(folder.path)
  expect(await store.list('inventory')).toEqual([])
})

test('a second writer in the same process is refused too, and the refusal does not loosen the lock', async () => {
  await using folder = await temporaryFolder()
  await using store = await openLowdbWriter(folder.path)
  for (let times = 0; times < 3; times += 1) {
    await expect(openLowdbWriter(folder.path)).rejects.toMatchObject({ code: 'locked' })
  }
  const other = start('hold-lock.ts', folder.path)
  expect(await other.firstLine()).toMatch(/^locked .*pid \d+/)
  await other.end()
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
})

test('the lock of a writer that was killed is free at once', async () => {
  await using folder = await temporaryFolder()
  for (let times = 0; times < 3; times += 1) {
    const holder = start('hold-lock.ts', folder.path)
    expect(await holder.firstLine()).toBe('open 0')
    await holder.kill()
    expect(JSON.parse(await readFile(join(folder.path, 'lock.json'), 'utf8'))).toMatchObject({ pid: holder.pid })
  }
  await using store = await openLowdbWriter(folder.path)
  expect(await store.list('inventory')).toEqual([])
  expect(JSON.parse(await readFile(join(folder.path, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid })
})

test('of twenty that start at once on the lock of a killed writer, exactly one wins, and the others name it', async () => {
  await using folder = await temporaryFolder()
  const killed = start('hold-lock.ts', folder.path)
  await killed.firstLine()
  await killed.kill()
  const children = Array.from({ length: 20 }, () => start('hold-lock.ts', folder.path))
  const said = await Promise.all(children.map((child) => child.firstLine()))
  const winners = children.filter((_, index) => said[index] === 'open 0')
  expect(winners).toHaveLength(1)
  expect(
    said.filter((line) => line.startsWith(`locked another process writes to ${folder.path}: pid ${winners[0]?.pid} `)),
  ).toHaveLength(19)
  await Promise.all(children.map((child) => child.end()))
  expect((await readdir(folder.path)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'daylight.json',
    'lock',
    'segments',
  ])
}, 60_000)

test('writers that take turns, and are killed in the last one, never overlap', async () => {
  await using folder = await temporaryFolder()
  const [writers, turns] = [6, 8]
  const children = Array.from({ length: writers }, () => start('take-turns.ts', folder.path, String(turns)))
  await Promise.all(children.map((child) => child.end()))
  const said = (await readFile(join(folder.path, 'turns'), 'utf8')).trimEnd().split('\n')
  expect(said).toHaveLength(writers * turns * 2)
  for (const [index, line] of said.entries()) {
    expect(line).toBe(index % 2 === 0 ? line.replace('end', 'begin') : said[index - 1]?.replace('begin', 'end'))
  }
  await using store = await openLowdbWriter(folder.path)
  expect((await store.get('inventory', 'turn'))?.version).toBe(writers * turns)
}, 60_000)

const BOOT = 'c0ffee00-0000-4000-8000-000000000000'
test.for<{ of: string; left: string; host?: string; boot?: string | null; pid?: number; code: string }>([
  { of: 'a dead process of this machine', left: 'json', code: 'open' },
  { of: 'a living process of this machine that took over the pid', left: 'json', pid: process.pid, code: 'open' },
  { of: 'this host before it was restarted', left: 'json', boot: BOOT, code: 'open' },
  { of: 'another container of this machine', left: 'json', host: 'f00ba4', code: 'open' },
  { of: 'another host that shares the folder', left: 'json', host: 'other.example', boot: BOOT, code: 'locked' },
  { of: 'another host of a system without boot ids', left: 'json', host: 'other.example', boot: null, code: 'locked' },
  { of: 'nobody, cut off by a crash', left: '{"pid": 12', code: 'open' },
  { of: 'nobody, empty', left: '', code: 'open' },
])('a record left by $of: $code', async ({ left, host, boot, pid, code }) => {
  await using folder = await temporaryFolder()
  await using probe = await openLowdbWriter(folder.path)
  const path = join(folder.path, 'lock.json')
  const mine: unknown = JSON.parse(await readFile(path, 'utf8'))
  await probe[Symbol.asyncDispose]()
  const record = {
    ...(typeof mine === 'object' ? mine : {}),
    pid: pid ?? 2 ** 30,
    ...(host === undefined ? {} : { host }),
    ...(boot === undefined ? {} : { boot }),
  }
  await writeFile(path, left === 'json' ? JSON.stringify(record) : left)
  const [opened] = await Promise.allSettled([openLowdbWriter(folder.path)])
  if (opened.status === 'fulfilled') await opened.value[Symbol.asyncDispose]()
  const refused = { status: 'rejected', reason: { code: 'locked', message: expect.stringContaining(`remove ${path}`) } }
  expect(opened).toMatchObject(code === 'open' ? { status: 'fulfilled' } : refused)
})

test('a writer whose lock was removed by hand writes no more', async () => {
  await using folder = await temporaryFolder()
  await using robbed = await openLowdbWriter(folder.path)
  await rm(join(folder.path, 'lock'))
  await using store = await openLowdbWriter(folder.path)
  const late = robbed.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  await expect(late).rejects.toMatchObject({ code: 'locked' })
  expect(await robbed.list('inventory')).toEqual([])
  await robbed[Symbol.asyncDispose]()
  // The robbed one takes neither the record nor the lock of the new one with it.
  await expect(openLowdbWriter(folder.path)).rejects.toThrow(`pid ${process.pid}`)
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
})
