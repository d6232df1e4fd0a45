import type { InventoryEntry } from '#core/inventory.ts'
import type { Stored } from '#core/store.ts'
import { detectCompany } from './detect.ts'
import type { DetectContext } from './detect.ts'

/**
 * Adds or changes one inventory entry and works out what follows from it. `expectedVersion` is the version that was seen,
 * 0 for a new entry. Throws `StoreError('conflict')` when the entry is at another version; nothing is changed then.
 */
export async function saveEntry(
  entry: InventoryEntry,
  expectedVersion: number,
  context: DetectContext,
): Promise<Stored<InventoryEntry>> {
  await context.store.commit([{ put: 'inventory', id: entry.id, value: entry, ifVersion: expectedVersion }])
  await detectCompany(context)
  return { id: entry.id, version: expectedVersion + 1, value: entry }
}

/** Takes an entry off the inventory: its app is unlisted again. Throws `StoreError('conflict')` as above. */
export async function removeEntry(id: string, expectedVersion: number, context: DetectContext): Promise<void> {
  await context.store.commit([{ delete: 'inventory', id, ifVersion: expectedVersion }])
  await detectCompany(context)
}
