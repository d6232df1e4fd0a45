import { COLLECTIONS } from '#core/store.ts'
import type { Collection } from '#core/store.ts'
import { canonicalJson } from '../lowdb/canonical-json.ts'
import type { Entry } from '../lowdb/journal-entry.ts'
import type { Held, State } from '../lowdb/state.ts'

/** All documents of a state, as what makes them. */
export function entriesOf(state: State): readonly Entry[] {
  return COLLECTIONS.flatMap((collection) => {
    const documents: ReadonlyMap<string, Held<Collection>> = state[collection]
    return Array.from(documents.values(), (held): Entry => {
      const { id, version, value } = held.stored()
      return { collection, id, kept: { version, json: canonicalJson(value) } }
    })
  })
}
