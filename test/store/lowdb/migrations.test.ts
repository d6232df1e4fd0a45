import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBackups } from '#src/store/backups.ts'
import { openReader } from '#src/store/open.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { all, charges, entry, temporaryFolder } from '../examples.ts'

/** A data folder as the first Daylight wrote it: no journal, and a snapshot that does not speak of one. */
async function versionOne(path: string): Promise<{ folder: string; text: string }> {
  const folder = join(path, 'data')
  const content = charges(20)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const id = `observations-${sha256}`
  const footer = `${JSON.stringify({ segment: 1, kind: 'observations', records: 20, sha256 })}\n`
  await mkdir(join(folder, 'segments'), { recursive: true })
  await writeFile(join(folder, 'segments', `${id}.ndjson.gz`), Buffer.concat([gzipSync(content), gzipSync(footer)]))
  const state = { source: 'statement', status: 'complete', readAt: '2026-03-01T00:00:00.000Z', completeAt: null }
  const source = { version: 4, value: { ...state, gaps: [], rejected: [], segments: [id] } }
  const documents = { inventory: { slack: { version: 2, value: entry('slack') } }, sources: { statement: source } }
  const text = JSON.stringify({ format: 'daylight', version: 1, documents })
  await writeFile(join(folder, 'daylight.json'), text)
  return { folder, text }
}

test('a writer keeps a store of the first format byte for byte before it takes it over', async () => {
  await using place = await temporaryFolder()
  const { folder, text } = await versionOne(place.path)
  const told: string[] = []
  {
    await using store = await openLowdbWriter(folder, { tell: (sentence) => told.push(sentence) })
    expect(await store.get('inventory', 'slack')).toEqual({ id: 'slack', version: 2, value: entry('slack') })
  }
  const [name = ''] = await readdir(join(folder, 'backups'))
  expect(name).toMatch(/^before-migration-from-1-\d{8}T\d{9}Z\.tar$/)
  expect(told).toEqual([expect.stringContaining(join(folder, 'backups', name))])
  expect(await readFile(join(folder, 'daylight.json'), 'utf8')).toContain('"version": 2')
  expect((await readFile(join(folder, 'backups', name))).includes(text)).toBe(true)
  const other = join(place.path, 'other')
  const backups = openBackups(other, () => new Date())
  const report = await backups.verify(join(folder, 'backups', name))
  expect(report).toMatchObject({ store: 1, documents: { inventory: 1, sources: 1 } })
  await backups.restore(report.file, false)
  const restored = await openReader(other)
  const source = await restored?.get('sources', 'statement')
  expect(source?.version).toBe(4)
  const [segment = ''] = source?.value.segments ?? []
  expect(restored && (await all(restored.read('observations', segment)))).toEqual(charges(20))
})

test('it is taken over once, and a reader takes nothing over', async () => {
  await using place = await temporaryFolder()
  const { folder, text } = await versionOne(place.path)
  const reader = await openReader(folder)
  expect(await reader?.list('inventory')).toHaveLength(1)
  expect(await readFile(join(folder, 'daylight.json'), 'utf8')).toBe(text)
  expect(await readdir(folder)).toEqual(['daylight.json', 'segments'])
  for (const _ of [1, 2]) await (await openLowdbWriter(folder, { tell: () => undefined }))[Symbol.asyncDispose]()
  expect(await readdir(join(folder, 'backups'))).toHaveLength(1)
})

test('a newer store is refused by writer, reader, backup and salvage, and stays as it is', async () => {
  await using place = await temporaryFolder()
  const { folder } = await versionOne(place.path)
  const text = '{"format":"daylight","version":9,"shards":[]}'
  await writeFile(join(folder, 'daylight.json'), text)
  const backups = openBackups(folder, () => new Date())
  const newer = { code: 'newer' }
  await expect(openLowdbWriter(folder)).rejects.toMatchObject(newer)
  await expect(openReader(folder)).rejects.toMatchObject(newer)
  await expect(backups.create(null, 7)).rejects.toMatchObject(newer)
  await expect(backups.salvage(null)).rejects.toMatchObject(newer)
  expect(await readFile(join(folder, 'daylight.json'), 'utf8')).toBe(text)
  expect(await readdir(place.path)).toEqual(['data'])
})
