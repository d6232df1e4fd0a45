import { COLLECTIONS } from '#core/store.ts'
import type { Collection } from '#core/store.ts'
import type { State } from '../lowdb/state.ts'

/** How many documents each collection holds; those that hold none are left out. */
export function countDocuments(state: State): Readonly<Partial<Record<Collection, number>>> {
  return Object.fromEntries(
    COLLECTIONS.filter((collection) => state[collection].size > 0).map((collection) => [
      collection,
      state[collection].size,
    ]),
  )
}
