import { COLLECTIONS } from '#core/store.ts'
import type { Collection, Documents, Stored } from '#core/store.ts'
import type { Entry } from './journal-entry.ts'

/** A document as held: its line of the snapshot, and the frozen value that is made when first asked for. */
export type Held<C extends Collection> = {
  readonly version: number
  /** `"id": {"version":1,"value":{…}}` in UTF-8. Kept, as each commit writes the lines of all documents. */
  readonly line: Uint8Array
  readonly stored: () => Stored<Documents[C]>
}

/** All documents, each collection in order of id. Never changed in place: a commit makes the next one. */
export type State = { readonly [C in Collection]: ReadonlyMap<string, Held<C>> }

/** Documents of one collection as read from a snapshot: id, version, canonical JSON. */
export type Row = readonly [id: string, version: number, json: string]

export function emptyState(): State {
  return {
    inventory: new Map(),
    judgements: new Map(),
    requests: new Map(),
    scans: new Map(),
    imports: new Map(),
    sources: new Map(),
    findings: new Map(),
    apps: new Map(),
    company: new Map(),
  }
}

/** A state with the outcome of some commits laid over it; of several entries on one document the last holds. */
export function withEntries(state: State, entries: readonly Entry[]): State {
  return COLLECTIONS.reduce((next, collection) => {
    const own = entries.filter((entry) => entry.collection === collection)
    if (own.length === 0) return next
    return withEdited(next, collection, (documents) => {
      for (const { id, kept } of own) {
        if (kept === null) documents.delete(id)
        else documents.set(id, hold(id, kept.version, kept.json))
      }
    })
  }, state)
}

export function stateOf(rows: ReadonlyMap<Collection, readonly Row[]>): State {
  return COLLECTIONS.reduce(
    (state, collection) =>
      withEdited(state, collection, (documents) => {
        for (const [id, version, json] of rows.get(collection) ?? []) documents.set(id, hold(id, version, json))
      }),
    emptyState(),
  )
}

/** A state with one collection edited. `edit` works on a copy; ids may be added in any order. */
function withEdited<C extends Collection>(
  state: State,
  collection: C,
  edit: (documents: Map<string, Held<C>>) => void,
): State {
  const documents = new Map(state[collection])
  edit(documents)
  return { ...state, [collection]: inIdOrder(documents) }
}

function hold<C extends Collection>(id: string, version: number, json: string): Held<C> {
  let stored: Stored<Documents[C]> | null = null
  const head = `${JSON.stringify(id)}: {"version":${version},"value":`
  const line = Buffer.from(`${head}${json}}`)
  return {
    version,
    line,
    stored() {
      stored ??= deepFreeze({
        id,
        version,
        value: JSON.parse(line.toString('utf8', Buffer.byteLength(head), line.length - 1)),
      })
      return stored
    },
  }
}

function inIdOrder<T>(documents: Map<string, T>): ReadonlyMap<string, T> {
  let last: string | null = null
  let inOrder = true
  for (const id of documents.keys()) {
    inOrder &&= last === null || last < id
    last = id
  }
  if (inOrder) return documents
  return new Map([...documents].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) deepFreeze(member)
  return Object.freeze(value)
}
