import { isSegmentFile } from '../lowdb/segment-name.ts'

const QUOTED_ID = /"([a-z-]+-[0-9a-f]{64})"/g

/**
 * The segments that documents refer to, sorted: every text in a snapshot that is a segment's name. It needs to know no
 * document, so that a new kind of reference is never forgotten.
 */
export function referencedSegments(snapshot: Uint8Array): readonly string[] {
  const text = Buffer.from(snapshot).toString('utf8')
  const ids = new Set(Array.from(text.matchAll(QUOTED_ID), ([, id = '']) => id))
  return [...ids].filter((id) => isSegmentFile(`${id}.ndjson.gz`)).toSorted()
}
