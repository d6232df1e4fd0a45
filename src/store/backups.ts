import { resolve } from 'node:path'
import type { Backups } from '#core/backup.ts'
import { createBackup } from './backup/create-backup.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { verifyBackup } from './backup/verify-backup.ts'
import { salvage } from './salvage/salvage.ts'

/** Copies of the data of a folder, and ways back from them. */
export function openBackups(dataFolder: string, clock: () => Date): Backups {
  const folder = resolve(dataFolder)
  return {
    create: (target, keep) => createBackup({ folder, target, keep, now: clock() }),
    verify: (file) => verifyBackup(file),
    restore: (file, force) => restoreBackup({ folder, file, force, now: clock() }),
    salvage: (to) => salvage(folder, to, clock()),
  }
}
