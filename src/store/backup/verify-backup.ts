import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupReport } from '#core/backup.ts'
import { checkUnpacked } from './check-unpacked.ts'
import { unpackBackup } from './unpack-backup.ts'

/** Unpacks a backup where it is thrown away again, and reads all of it. Throws `StoreError('damaged')` and `('newer')`. */
export async function verifyBackup(path: string): Promise<BackupReport> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-verify-'))
  try {
    const report = await unpackBackup(path, folder)
    await checkUnpacked(report, folder)
    return report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
