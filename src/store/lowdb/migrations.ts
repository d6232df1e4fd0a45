import { companyInParts } from './company-in-parts.ts'

/** The format of snapshots that this program writes, and the newest that it reads. */
export const VERSION = 2

type Json = Readonly<Record<string, unknown>>

/** What turns a snapshot of each earlier version into one of the next. They are never changed: old backups need them. */
const STEPS: readonly ((snapshot: Json) => Json)[] = [
  // 1 was rewritten with each commit, and knew no journal and no parts.
  (snapshot) => ({ ...snapshot, journal: null, documents: companyInParts(snapshot['documents']) }),
]

/** A snapshot of any version up to `VERSION`, as the JSON that version `VERSION` would hold. */
export function migrated(snapshot: Json & { readonly version: number }): Json {
  return STEPS.slice(snapshot.version - 1).reduce<Json>(
    (json, step, index) => ({ ...step(json), version: snapshot.version + index + 1 }),
    snapshot,
  )
}
