import { appendFile } from 'node:fs/promises'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWriter } from '#src/store/open.ts'
import { measureStorage } from '#src/store/storage.ts'
import { charges, entry, temporaryFolder } from './examples.ts'

test('a data folder is measured by its files, and its records by the ends of the segments', async () => {
  await using folder = await temporaryFolder()
  expect(await measureStorage(folder.path)).toBeNull()
  {
    await using store = await openWriter(folder.path)
    await store.write('observations', charges(1_000))
    await store.write('observations', charges(234))
    await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  }
  const names = await readdir(join(folder.path, 'segments'))
  const storage = await measureStorage(folder.path)
  expect(storage).toMatchObject({ segments: 2, records: 1_234, unwritable: null })
  expect(storage?.documentBytes).toBe((await stat(join(folder.path, 'daylight.json'))).size)
  expect(storage?.freeBytes).toBeGreaterThan(0)
  await appendFile(join(folder.path, 'segments', names[0] ?? ''), 'no end any more')
  expect((await measureStorage(folder.path))?.segments).toBe(2)
  expect(await readdir(folder.path)).toEqual(['daylight.json', 'lock', 'segments'])
})
