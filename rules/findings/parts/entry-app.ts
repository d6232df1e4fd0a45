import type { AppFacts } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Facts } from '#core/rule.ts'
import { compare } from './order.ts'

/**
 * The app that an inventory entry is about. An entry that names no app may still speak for several (a family's members);
 * then the most used one stands for it. Null when the company shows no sign of the tool.
 */
export function appOfEntry(entry: InventoryEntry, { apps }: Facts): AppFacts | null {
  const named = entry.app === null ? undefined : apps.find(({ app }) => app.id === entry.app)
  if (named !== undefined) return named
  const [most] = apps
    .filter(({ app }) => app.inventoryEntry === entry.id)
    .toSorted((a, b) => b.app.users - a.app.users || compare(a.app.id, b.app.id))
  return most ?? null
}
