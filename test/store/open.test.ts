import { expect, test } from 'vitest'
import { openReader, openWriter } from '#src/store/open.ts'
import { entry, temporaryFolder } from './examples.ts'

test('what is written through the one door is read through the other, of the same data folder', async () => {
  await using folder = await temporaryFolder()
  expect(await openReader(folder.path)).toBeNull()
  await using store = await openWriter(folder.path)
  await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
  const reader = await openReader(folder.path)
  expect(await reader?.list('inventory')).toEqual([{ id: 'slack', version: 1, value: entry('slack') }])
})
