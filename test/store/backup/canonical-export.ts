import { COLLECTIONS } from '#core/store.ts'
import type { StoreReader } from '#core/store.ts'
import { referencedSegments } from '#src/store/backup/references.ts'
import { kindOf } from '#src/store/lowdb/segment-name.ts'

/** All that a store says, as one text: each document, and each record of the segments that documents refer to. */
export async function canonicalExport(store: StoreReader): Promise<string> {
  const lines: string[] = []
  for (const collection of COLLECTIONS) {
    for (const { id, value } of await store.list(collection)) lines.push(JSON.stringify([collection, id, value]))
  }
  for (const id of referencedSegments(Buffer.from(lines.join('\n')))) {
    const kind = kindOf(id)
    if (kind === null) throw new Error(`${id} is no segment`)
    for await (const record of store.read(kind, id)) lines.push(JSON.stringify([id, record]))
  }
  return lines.join('\n')
}
