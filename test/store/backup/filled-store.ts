import type { ImportRecord, Store } from '#core/store.ts'
import { charges, entry } from '../examples.ts'

/** Documents of two collections, and a segment that one of them refers to. */
export async function fill(store: Store, rows = 1_000): Promise<void> {
  const { id: segment } = await store.write('observations', charges(rows))
  const record: ImportRecord = {
    id: 'import-1',
    file: 'card.csv',
    hash: 'a'.repeat(64),
    as: 'statement',
    account: 'card-4242',
    importedAt: '2026-03-05T09:00:00.000Z',
    rows,
    added: rows,
    seen: 0,
    rejected: [],
    segment,
  }
  await store.commit([
    { put: 'imports', id: record.id, value: record },
    { put: 'inventory', id: 'slack', value: entry('slack') },
    { put: 'inventory', id: 'zoom', value: entry('zoom', { tool: 'Zoom', notes: 'Ünïcode "quoted"\nnote' }) },
  ])
}
