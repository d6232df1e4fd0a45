import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupContent } from '#core/backup.ts'
import { diskFiles } from '../lowdb/files.ts'
import { journalGenerations, journalPath } from '../lowdb/journal-name.ts'
import { VERSION } from '../lowdb/migrations.ts'
import { patiently } from '../lowdb/patiently.ts'
import { replay } from '../lowdb/replay.ts'
import { encodeSnapshot } from '../lowdb/snapshot.ts'
import { snapshotFile, snapshotPath } from '../lowdb/snapshot-file.ts'
import { countDocuments } from './count-documents.ts'
import { referencedSegments } from './references.ts'

/** What a backup copies of the store itself. */
export type BackupSource = Pick<BackupContent, 'documents' | 'store'> & {
  /** The small files of the store, by path in the data folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly segments: readonly string[]
}

/** The last commit of a store, as one snapshot that needs no journal; null where there is no store. */
export async function latestCommit(folder: string): Promise<BackupSource | null> {
  const loaded = await patiently(snapshotPath(folder), async () => {
    const found = await snapshotFile(folder, diskFiles).read()
    return found && replay(found, folder)
  })
  if (loaded === null) return null
  const { state } = loaded
  const snapshot = encodeSnapshot({ state, journal: null })
  return {
    store: VERSION,
    documents: countDocuments(state),
    files: new Map([['daylight.json', snapshot]]),
    segments: referencedSegments(snapshot),
  }
}

/** The files of a store byte for byte, for a Daylight of their own version. Nobody may write to it meanwhile. */
export async function asItLies(folder: string): Promise<BackupSource | null> {
  const found = await snapshotFile(folder, diskFiles).read()
  if (found === null) return null
  const { state } = await replay(found, folder)
  const files = new Map([['daylight.json', Uint8Array.from(await readFile(snapshotPath(folder)))]])
  for (const generation of found.journal === null ? [] : await journalGenerations(folder)) {
    const path = journalPath(folder, generation)
    files.set(path.slice(join(folder, '/').length), await readFile(path))
  }
  return {
    store: found.version,
    documents: countDocuments(state),
    files,
    segments: referencedSegments(encodeSnapshot({ state, journal: null })),
  }
}
