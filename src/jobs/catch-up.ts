import type { StoreReader } from '#core/store.ts'

/**
 * Whether anything is stored that something may follow from. A stop or a crash may have come between a decision and its
 * detection, and nothing stored tells whether it did: who starts a server works it out once more.
 */
export async function mayBeBehind(store: StoreReader): Promise<boolean> {
  const stored = await Promise.all([store.list('sources'), store.list('inventory'), store.list('company')])
  return stored.some((documents) => documents.length > 0)
}
