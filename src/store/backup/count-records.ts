import { StoreError } from '#core/store.ts'
import { readSegment } from '../lowdb/read-segment.ts'
import { kindOf } from '../lowdb/segment-name.ts'

/** Reads a segment to its end and counts its records. Throws `StoreError('damaged')` when it is not what was written. */
export async function countRecords(folder: string, id: string): Promise<number> {
  const kind = kindOf(id)
  if (kind === null) throw new StoreError('damaged', `${JSON.stringify(id)} names no segment`)
  let records = 0
  for await (const _ of readSegment(folder, kind, id)) records += 1
  return records
}
