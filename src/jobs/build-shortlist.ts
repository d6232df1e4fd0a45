import { shortlist } from '#core/shortlist/shortlist.ts'
import type { ShortlistGroup } from '#core/shortlist/shortlist.ts'
import type { StoreReader } from '#core/store.ts'
import { fromCompany } from './from-company.ts'
import type { Knowledge } from './knowledge.ts'
import { readUsers } from './read-users.ts'

/**
 * The consolidation shortlist of what is stored, the largest possible saving first; empty where nothing was ever stored
 * (`store` is null) or detected. `currency` null takes the one that most charges are in.
 */
export async function buildShortlist(
  store: StoreReader | null,
  { catalogue }: Pick<Knowledge, 'catalogue'>,
  currency: string | null,
): Promise<readonly ShortlistGroup[]> {
  if (store === null) return []
  const [users, apps, inventory, sources] = await Promise.all([
    fromCompany(store, (company) => readUsers(store, company)),
    store.list('apps'),
    store.list('inventory'),
    store.list('sources'),
  ])
  if (users === null) return []
  return shortlist({
    apps: apps.flatMap(({ value: app }) => {
      const people = users.get(app.id)
      return people === undefined ? [] : [{ app, people }]
    }),
    inventory: inventory.map(({ value }) => value),
    capabilities: catalogue.capabilities,
    sources: sources.map(({ value }) => ({ ...value, rejected: value.rejected.length })),
    currency,
  })
}
