import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Files } from './files.ts'
import { replaceFile } from './replace-file.ts'
import { isSegmentFile, segmentsFolder } from './segment-name.ts'
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { damaged, systemCode, WAYS_BACK } from './trouble.ts'

/** `version` is the format that the file has, before it was migrated in memory. */
type SnapshotFile = Omit<Adapter<Snapshot>, 'read'> & {
  read(): Promise<(Snapshot & { readonly version: number }) | null>
}

export function snapshotPath(folder: string): string {
  return join(folder, 'daylight.json')
}

/**
 * lowdb's way to the snapshot. lowdb's own file adapter has one fixed temporary name, never calls fsync and takes a
 * damaged file for a programming error. `read` gives null where there is no store.
 */
export function snapshotFile(folder: string, files: Files): SnapshotFile {
  const path = snapshotPath(folder)
  return {
    async read() {
      const bytes = await unlessMissing(readFile(path))
      if (bytes) return decodeSnapshot(bytes, path)
      const segments = (await unlessMissing(readdir(segmentsFolder(folder)))) ?? []
      if (!segments.some(isSegmentFile)) return null
      throw damaged(
        path,
        'is missing, though there are segments beside it',
        `put it back, ${WAYS_BACK}, or move the segments folder away to start empty`,
      )
    },
    write: (snapshot) => replaceFile(files, path, encodeSnapshot(snapshot)),
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
