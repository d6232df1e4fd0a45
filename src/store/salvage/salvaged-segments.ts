import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Loss } from '#core/backup.ts'
import { StoreError } from '#core/store.ts'
import type { SegmentKind } from '#core/store.ts'
import { countRecords } from '../backup/count-records.ts'
import { diskFiles } from '../lowdb/files.ts'
import { isSegmentFile, kindOf, segmentIdOf, segmentPath, segmentsFolder } from '../lowdb/segment-name.ts'
import { systemCode } from '../lowdb/trouble.ts'
import { writeSegment } from '../lowdb/write-segment.ts'
import { salvagedRecords } from './salvaged-records.ts'

export type SalvagedSegments = {
  /** What takes the place of each segment that had to be written anew. */
  readonly renamed: ReadonlyMap<string, string>
  readonly records: Readonly<Partial<Record<SegmentKind, number>>>
  readonly losses: readonly Loss[]
  readonly notes: readonly string[]
}

/**
 * Copies the segments of a folder into another one, whole ones as they are and damaged ones as far as they can be read. Of
 * one that is missing an empty one is made, so that the documents that refer to it can be read. Whole ones to which no
 * document refers go to `unreferenced`, where nothing collects them.
 */
export async function salvageSegments(
  from: string,
  to: string,
  referenced: ReadonlySet<string>,
): Promise<SalvagedSegments> {
  const renamed = new Map<string, string>()
  const records: Partial<Record<SegmentKind, number>> = {}
  const losses: Loss[] = []
  const notes: string[] = []
  const there = await segmentIds(from)
  for (const id of [...new Set([...referenced, ...there])].toSorted()) {
    const kind = kindOf(id)
    if (kind === null) continue
    const path = segmentPath(from, id)
    const isThere = there.includes(id)
    if (!isThere) losses.push({ file: path, offset: null, what: 'the file is missing, and all records in it' })
    const whole = isThere ? await wholeCount(from, id) : null
    if (whole !== null) await keepWhole(path, to, referenced.has(id), notes)
    if (whole !== null && referenced.has(id)) records[kind] = (records[kind] ?? 0) + whole
    if (whole !== null || (!isThere && !referenced.has(id))) continue
    const readable = isThere ? salvagedRecords<typeof kind>(path, (loss) => losses.push(loss)) : []
    const copy = await writeSegment(to, diskFiles, kind, readable, async () => undefined)
    records[kind] = (records[kind] ?? 0) + copy.records
    renamed.set(id, copy.id)
  }
  return { renamed, records, losses, notes }
}

async function keepWhole(path: string, to: string, isReferenced: boolean, notes: string[]): Promise<void> {
  const folder = isReferenced ? segmentsFolder(to) : join(to, 'unreferenced')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await copyFile(path, join(folder, basename(path)))
  if (!isReferenced) notes.push(`no document that could be read refers to ${path}; it is kept in ${folder}`)
}

/** How many records a segment holds; null where it is not what was written. */
async function wholeCount(folder: string, id: string): Promise<number | null> {
  try {
    return await countRecords(folder, id)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return null
    throw error
  }
}

async function segmentIds(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(segmentsFolder(folder))).filter(isSegmentFile).map(segmentIdOf)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
