import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { charges, entry, temporaryFolder } from '../examples.ts'

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8)
}

test('a data folder is made where there is none, for its owner only', async () => {
  await using folder = await temporaryFolder()
  const data = join(folder.path, 'new', 'data')
  await using store = await openLowdbWriter(data)
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  const { id } = await store.write('observations', charges(1))
  for (const name of ['.', 'segments']) expect(await modeOf(join(data, name))).toBe('700')
  for (const name of ['daylight.json', 'lock.json', `segments/${id}.ndjson.gz`]) {
    expect(await modeOf(join(data, name))).toBe('600')
  }
})

test('what a killed writer left half written is cleared away, and nothing else', async () => {
  await using folder = await temporaryFolder()
  {
    await using store = await openLowdbWriter(folder.path)
    await store.write('observations', charges(1))
  }
  for (const name of ['a.tmp', 'lock.json.12.tmp', 'segments/b.tmp', 'notes.txt', 'segments/notes.txt']) {
    await writeFile(join(folder.path, name), 'half')
  }
  await using _ = await openLowdbWriter(folder.path)
  const sorted = (await readdir(folder.path)).toSorted((a, b) => (a < b ? -1 : 1))
  expect(sorted).toEqual(['daylight.json', 'journal-00000001.ndjson', 'lock', 'lock.json', 'notes.txt', 'segments'])
  expect(await readdir(join(folder.path, 'segments'))).toHaveLength(2)
})

test('a file in the place of the folder is told, not replaced', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'data')
  await writeFile(path, 'mine')
  for (const data of [path, join(path, 'below')]) {
    await expect(openLowdbWriter(data)).rejects.toThrow(/is not a folder; name another|ENOTDIR/)
  }
  expect(await readFile(path, 'utf8')).toBe('mine')
})

test('a writer does not read what is not durable yet', async () => {
  await using folder = await temporaryFolder()
  await using store = await openLowdbWriter(folder.path)
  const running = store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  expect(await store.get('inventory', 'slack')).toBeNull()
  await running
  expect((await store.get('inventory', 'slack'))?.version).toBe(1)
})
