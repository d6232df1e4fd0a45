import { rm } from 'node:fs/promises'
import type { BackupReport, CreatedBackup } from '#core/backup.ts'
import { BackupRefused } from '#core/backup.ts'
import { StoreError } from '#core/store.ts'
import { diskFiles } from '../lowdb/files.ts'
import type { Files } from '../lowdb/files.ts'
import { writeTrouble } from '../lowdb/trouble.ts'
import { backupPath, regularBackups } from './backup-name.ts'
import { latestCommit } from './backup-source.ts'
import { writeBackup } from './write-backup.ts'

export type CreateBackup = {
  readonly folder: string
  readonly target: string | null
  /** How many backups stay in the place for them; at least 1. */
  readonly keep: number
  readonly now: Date
  readonly files?: Files
}

// A writer may collect segments while they are copied; each attempt then copies a later commit.
const ATTEMPTS = 5

/**
 * Copies the last commit of a store, with the segments it refers to and the files that people put beside it. Takes no
 * lock, and may run beside a writer. Throws `StoreError`, and `BackupRefused` where there is nothing to copy.
 */
export async function createBackup(options: CreateBackup): Promise<CreatedBackup> {
  const { folder, target, keep, now, files = diskFiles } = options
  if ((await latestCommit(folder)) === null) {
    throw new BackupRefused(`${folder} holds no data yet; nothing was written`)
  }
  try {
    const path = await backupPath(folder, target, now)
    const report = await copy(folder, path, now, files)
    const removed = target === null ? (await regularBackups(folder)).slice(Math.max(1, keep)) : []
    for (const old of removed) await rm(old)
    return { ...report, removed }
  } catch (error) {
    throw writeTrouble(error, target ?? folder)
  }
}

async function copy(folder: string, path: string, now: Date, files: Files): Promise<BackupReport> {
  let before: string | null = null
  for (let attempt = 1; ; attempt += 1) {
    const source = await latestCommit(folder)
    if (source === null) throw new BackupRefused(`${folder} holds no data any more; nothing was written`)
    try {
      return await writeBackup({ folder, files, source, path, now })
    } catch (error) {
      // The same segments again are no collection, but damage.
      const copied = source.segments.join()
      if (!(error instanceof StoreError && error.code === 'damaged') || copied === before || attempt === ATTEMPTS)
        throw error
      before = copied
    }
  }
}
