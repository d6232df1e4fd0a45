import { nameWords } from '#core/name.ts'
import type { InventoryEntry } from '#core/inventory.ts'

/** An entry as a file states it: which product it is has not been resolved. */
export type InventoryDraft = Omit<InventoryEntry, 'app'>

/** Kebab-case of the tool's name; empty when the name has no letter or digit. */
export function entryId(tool: string): string {
  return nameWords(tool).join('-')
}

/** The draft as an entry that nobody has resolved yet. */
export function toEntry(draft: InventoryDraft): InventoryEntry {
  return { ...draft, app: null }
}
