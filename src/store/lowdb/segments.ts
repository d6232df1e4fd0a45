import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Segment, SegmentKind } from '#core/store.ts'
import type { Files } from './files.ts'
import { isSegmentFile, segmentIdOf, segmentsFolder } from './segment-name.ts'
import { writeSegment } from './write-segment.ts'
import type { Records } from './write-segment.ts'

/** The segments of a folder that is open for writing. */
export function createSegments(folder: string, files: Files) {
  // Written by this process and not yet seen referenced: the commit that refers to them may be on its way.
  const young = new Set<string>()
  // Of writers that went away. A collection under way may have looked for references before their last commit, so that
  // only the one after it may take their segments.
  const forsaken = { now: new Set<string>(), before: new Set<string>() }
  let spared = false
  let collecting: Promise<void> = Promise.resolve()

  // The same content may exist unreferenced and be on its way out: it is put in place after that, not before.
  async function claim(id: string): Promise<void> {
    young.add(id)
    await collecting.catch(() => undefined)
  }

  async function removeUnreferenced(referenced: ReadonlySet<string>): Promise<void> {
    for (const id of [...referenced, ...forsaken.before]) young.delete(id)
    forsaken.before = forsaken.now
    forsaken.now = new Set()
    if (spared) {
      spared = false
      return
    }
    const before = (await readdir(segmentsFolder(folder))).filter(isSegmentFile)
    for (const name of before) {
      const id = segmentIdOf(name)
      if (referenced.has(id) || young.has(id)) continue
      await files.remove(join(segmentsFolder(folder), name))
    }
    await files.syncFolder(segmentsFolder(folder))
  }

  return {
    write<K extends SegmentKind>(kind: K, records: Records<K>): Promise<Segment> {
      return writeSegment(folder, files, kind, records, claim)
    },
    collect(referenced: ReadonlySet<string>): Promise<void> {
      collecting = collecting.catch(() => undefined).then(() => removeUnreferenced(referenced))
      return collecting
    },
    claim,
    /** Lets the next collection remove nothing: a commit was taken back that its references may come from. */
    spare(): void {
      spared = true
    },
    /** What the writer of these segments has not referred to by now, nobody will. */
    forsake(ids: ReadonlySet<string>): void {
      for (const id of ids) forsaken.now.add(id)
    },
  }
}
