import type { InventoryEntry } from '#core/inventory.ts'
import type { Change, Store } from '#core/store.ts'
import { sameValue } from './same-value.ts'

export type InventoryChange = { readonly added: number; readonly changed: number; readonly unchanged: number }

/**
 * Adds entries to the inventory and changes those of the same id; entries that are not given stay. Detects anew when
 * anything changed.
 */
export async function importInventory(
  entries: readonly InventoryEntry[],
  context: {
    readonly store: Store
    /** Works apps and findings out anew; nothing where a job that detects follows at once. */
    readonly detect: () => Promise<unknown>
  },
): Promise<InventoryChange> {
  const stored = new Map((await context.store.list('inventory')).map(({ id, value }) => [id, value]))
  const added = entries.filter((entry) => !stored.has(entry.id))
  const changed = entries.filter((entry) => stored.has(entry.id) && !sameValue(stored.get(entry.id), entry))
  const changes = [...added, ...changed].map((entry): Change => ({ put: 'inventory', id: entry.id, value: entry }))
  if (changes.length > 0) {
    await context.store.commit(changes)
    await context.detect()
  }
  return { added: added.length, changed: changed.length, unchanged: entries.length - added.length - changed.length }
}
