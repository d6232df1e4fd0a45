import type { App } from './app.ts'
import type { Capability } from './catalogue.ts'
import type { InventoryEntry, Standing } from './inventory.ts'

export type Alternative = {
  readonly app: string
  readonly name: string
  readonly capability: string
  readonly standing: Standing
  readonly owner: string | null
  readonly users: number
}

const SHOWN = 5
const ORDER: readonly Standing[] = ['approved', 'restricted', 'trial', 'under-review', 'unlisted']

/** A tool the company may offer: in use, or listed without a user yet. */
export type Offer = { readonly app: App; readonly entry: InventoryEntry | null }

/**
 * What the company already has for the given capabilities, decided tools first, then by people. Tools that were
 * rejected or retired are no alternative.
 */
export function alternatives(
  capabilities: readonly string[],
  offers: readonly Offer[],
  names: ReadonlyMap<string, Capability>,
  except: string | null,
): Alternative[] {
  return offers
    .filter(({ app }) => app.id !== except && app.kind === 'third-party' && ORDER.includes(app.standing))
    .flatMap(({ app, entry }) => {
      const shared = capabilities.find((capability) => app.capabilities.includes(capability))
      if (shared === undefined) return []
      const capability = names.get(shared)?.name ?? shared
      return [
        {
          app: app.id,
          name: app.name,
          capability,
          standing: app.standing,
          owner: entry?.owner ?? null,
          users: app.users,
        },
      ]
    })
    .toSorted(
      (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.users - a.users || (a.app < b.app ? -1 : 1),
    )
    .slice(0, SHOWN)
}
