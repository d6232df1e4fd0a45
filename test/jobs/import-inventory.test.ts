import { expect, test } from 'vitest'
import { importInventory } from '#jobs/import-inventory.ts'
import { entry } from '#test/support/company.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

test('entries are added, changed where they differ, and left alone where they do not; others stay', async () => {
  await using opened = await openStoreFolder()
  let detections = 0
  const context = { store: opened.store, detect: async () => (detections += 1) }
  const first = [entry('Zephyrmail', { monthlyCost: { minor: 1200, currency: 'EUR' } }), entry('Signorama')]
  expect(await importInventory(first, context)).toEqual({ added: 2, changed: 0, unchanged: 0 })
  expect(await importInventory(first, context)).toEqual({ added: 0, changed: 0, unchanged: 2 })
  const second = [entry('Zephyrmail', { status: 'retired' }), entry('Quillsend')]
  expect(await importInventory(second, context)).toEqual({ added: 1, changed: 1, unchanged: 0 })
  expect(detections).toBe(2)
  const stored = await opened.store.list('inventory')
  expect(stored.map(({ id, version, value }) => [id, version, value.status])).toEqual([
    ['quillsend', 1, 'approved'],
    ['signorama', 1, 'approved'],
    ['zephyrmail', 2, 'retired'],
  ])
})
