import { z } from 'zod'
import type { App } from '#core/app.ts'
import { STATUSES } from '#core/inventory.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import { entryId } from '#src/inventory-file/entry.ts'
import { optional, seenVersion } from '../form.ts'
import { isoDay, lines } from '../inventory/fields.ts'

export const standingFields = z.object({
  version: seenVersion,
  entry: optional,
  status: z.enum(STATUSES, `choose one of ${STATUSES.join(', ')}`),
  owner: optional,
  conditions: lines,
  until: isoDay,
  notes: optional,
})

export type StandingDecision = Omit<z.infer<typeof standingFields>, 'version' | 'entry'>

/** The inventory entry that says what was decided: the app's own one changed, or a new one under an id that is free. */
export function decidedEntry(
  app: App,
  previous: InventoryEntry | null,
  decision: StandingDecision,
  taken: ReadonlySet<string>,
): InventoryEntry {
  const decided = { ...decision, notes: decision.notes ?? '' }
  if (previous !== null) return { ...previous, ...decided }
  return {
    id: freeId(entryId(app.name) || app.id, taken),
    tool: app.name,
    app: app.id,
    domain: app.domain,
    vendor: app.vendor,
    capabilities: app.inCatalogue ? [] : app.capabilities,
    renewal: null,
    noticeDays: null,
    monthlyCost: null,
    seats: null,
    identifiers: [],
    ...decided,
  }
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  const free = Array.from({ length: taken.size + 1 }, (_, at) => `${wanted}-${at + 2}`).find((id) => !taken.has(id))
  return free ?? wanted
}
