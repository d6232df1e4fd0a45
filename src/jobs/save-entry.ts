import type { InventoryEntry } from '#core/inventory.ts'
import type { Store, Stored } from '#core/store.ts'

export type SaveContext = {
  readonly store: Store
  /** Works apps and findings out anew. */
  readonly detect: () => Promise<unknown>
}

/**
 * Adds or changes one inventory entry and works out what follows from it. `expectedVersion` is the version that was seen,
 * 0 for a new entry. Throws `StoreError('conflict')` when the entry is at another version; nothing is changed then.
 */
export async function saveEntry(
  entry: InventoryEntry,
  expectedVersion: number,
  context: SaveContext,
): Promise<Stored<InventoryEntry>> {
  await context.store.commit([{ put: 'inventory', id: entry.id, value: entry, ifVersion: expectedVersion }])
  await context.detect()
  return { id: entry.id, version: expectedVersion + 1, value: entry }
}

/** Takes an entry off the inventory: its app is unlisted again. Throws `StoreError('conflict')` as above. */
export async function removeEntry(id: string, expectedVersion: number, context: SaveContext): Promise<void> {
  await context.store.commit([{ delete: 'inventory', id, ifVersion: expectedVersion }])
  await context.detect()
}
