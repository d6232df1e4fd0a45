import { StoreError } from '#core/store.ts'
import type { Change, Collection } from '#core/store.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Entry } from './journal-entry.ts'
import { withEntries } from './state.ts'
import type { State } from './state.ts'

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

/**
 * What changes leave of each document, in order, and the state they lead to. Throws `StoreError('conflict')` when an
 * `ifVersion` does not hold.
 */
export function nextState(
  state: State,
  changes: readonly Prepared[],
): { readonly state: State; readonly entries: readonly Entry[] } {
  const versions = new Map<string, number>()
  const entries = changes.map((change): Entry => {
    const { collection, id, json, ifVersion } = change
    const key = `${collection}/${id}`
    const version = versions.get(key) ?? state[collection].get(id)?.version ?? 0
    if (ifVersion !== null && ifVersion !== version) throw conflict(change, version)
    const next = json === null ? 0 : version + 1
    versions.set(key, next)
    return { collection, id, kept: json === null ? null : { version: next, json } }
  })
  return { state: withEntries(state, entries), entries }
}

function conflict({ collection, id, ifVersion }: Prepared, version: number): StoreError {
  const found = version === 0 ? 'does not exist' : `is at version ${version}`
  const expected = ifVersion === 0 ? 'no such document' : `version ${ifVersion}`
  return new StoreError(
    'conflict',
    `${collection}/${id} ${found}, where the change expected ${expected}; read it again and decide anew`,
  )
}
