import { COLLECTIONS, StoreError } from '#core/store.ts'
import type { Change, Collection } from '#core/store.ts'
import { canonicalJson } from './canonical-json.ts'
import { hold, withEdited } from './state.ts'
import type { Held, State } from './state.ts'

/** A change as it will be stored; the caller's value is no longer needed. */
export type Prepared = {
  readonly collection: Collection
  readonly id: string
  /** Null deletes. */
  readonly json: string | null
  readonly ifVersion: number | null
}

export function prepare(change: Change): Prepared {
  const { id, ifVersion = null } = change
  if ('delete' in change) return { collection: change.delete, id, json: null, ifVersion }
  return { collection: change.put, id, json: canonicalJson(change.value, `${change.put}/${id}`), ifVersion }
}

/** Applies changes in order to a copy. Throws `StoreError('conflict')` when an `ifVersion` does not hold. */
export function nextState(state: State, changes: readonly Prepared[]): State {
  return COLLECTIONS.reduce((next, collection) => {
    const own = changes.filter((change) => change.collection === collection)
    if (own.length === 0) return next
    return withEdited(next, collection, (documents) => {
      for (const change of own) apply(documents, change)
    })
  }, state)
}

function apply<C extends Collection>(documents: Map<string, Held<C>>, change: Prepared): void {
  const { id, json } = change
  const version = documents.get(id)?.version ?? 0
  if (change.ifVersion !== null && change.ifVersion !== version) throw conflict(change, version)
  if (json === null) documents.delete(id)
  else documents.set(id, hold<C>(id, version + 1, json))
}

function conflict({ collection, id, ifVersion }: Prepared, version: number): StoreError {
  const found = version === 0 ? 'does not exist' : `is at version ${version}`
  const expected = ifVersion === 0 ? 'no such document' : `version ${ifVersion}`
  return new StoreError(
    'conflict',
    `${collection}/${id} ${found}, where the change expected ${expected}; read it again and decide anew`,
  )
}
