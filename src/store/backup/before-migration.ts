import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../lowdb/files.ts'
import { makeFolder } from '../lowdb/prepare-folder.ts'
import { backupsFolder, stamp } from './backup-name.ts'
import { asItLies } from './backup-source.ts'
import { writeBackup } from './write-backup.ts'

/**
 * Keeps a store of an older format byte for byte, before it is written in the newer one; gives the file. Only for the
 * holder of the lock. Such backups are never removed by themselves.
 */
export async function backupBeforeMigration(folder: string, files: Files, now: Date): Promise<string | null> {
  const source = await asItLies(folder)
  if (source === null) return null
  await makeFolder(backupsFolder(folder))
  const path = join(backupsFolder(folder), `before-migration-from-${source.store}-${stamp(now)}.tar`)
  const there = new Set(await readdir(join(folder, 'segments')))
  const segments = source.segments.filter((id) => there.has(`${id}.ndjson.gz`))
  await writeBackup({ folder, files, source: { ...source, segments }, path, now })
  return path
}
