import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Restored } from '#core/backup.ts'
import { BackupRefused } from '#core/backup.ts'
import { diskFiles } from '../lowdb/files.ts'
import type { Files } from '../lowdb/files.ts'
import { lockFolder } from '../lowdb/folder-lock.ts'
import { journalGenerations, journalPath } from '../lowdb/journal-name.ts'
import { makeFolder } from '../lowdb/prepare-folder.ts'
import { segmentsFolder } from '../lowdb/segment-name.ts'
import { snapshotFile, snapshotPath } from '../lowdb/snapshot-file.ts'
import { writeTrouble } from '../lowdb/trouble.ts'
import { stamp } from './backup-name.ts'
import { checkUnpacked } from './check-unpacked.ts'
import { handMadeNames } from './hand-made.ts'
import { filesInPlace, putAside } from './put-aside.ts'
import { restoringFolder, settleRestore, unpackingFolder } from './restoring.ts'
import { unpackBackup } from './unpack-backup.ts'

export type RestoreBackup = {
  readonly folder: string
  readonly file: string
  /** Whether data that are there already may be put aside. */
  readonly force: boolean
  readonly now: Date
  readonly files?: Files
}

/**
 * Puts a backup in the place of the data, checked before anything is changed. One rename makes the new data the ones that
 * count: a process that is killed in the middle leaves the old or the new. Throws `StoreError` (`locked` while another
 * process writes), and `BackupRefused` where there are data and `force` is not set.
 */
export async function restoreBackup(options: RestoreBackup): Promise<Restored> {
  const folder = resolve(options.folder)
  try {
    await makeFolder(folder)
    await using _ = await lockFolder(folder)
    await settleRestore(folder)
    return await restore({ ...options, folder })
  } catch (error) {
    throw writeTrouble(error, folder)
  }
}

async function restore({ folder, file, force, now, files = diskFiles }: RestoreBackup): Promise<Restored> {
  const old = await filesInPlace(folder)
  if (old.length > 0 && !force) {
    throw new BackupRefused(
      `${folder} holds data already (${old.slice(0, 3).join(', ')}${old.length > 3 ? ' …' : ''}); name an empty folder in DAYLIGHT_DATA, or put what is there aside with --force`,
    )
  }
  const unpacking = unpackingFolder(folder)
  try {
    await mkdir(unpacking, { mode: 0o700 })
    const report = await unpackBackup(file, unpacking)
    await settleJournals(report, unpacking, files)
    const [mine, theirs] = await Promise.all([handMadeNames(unpacking), handMadeNames(folder)])
    const aside = old.length === 0 ? null : join(folder, `before-restore-${stamp(now)}`)
    if (aside !== null) await putAside(folder, old, aside)
    await placeSegments(unpacking, folder, files)
    await files.rename(unpacking, restoringFolder(folder))
    await files.syncFolder(folder)
    await files.rename(join(restoringFolder(folder), 'daylight.json'), snapshotPath(folder))
    await files.syncFolder(folder)
    await settleRestore(folder)
    return { ...report, aside, kept: theirs.filter((name) => !mine.includes(name)) }
  } catch (error) {
    // The first error is the one to tell; what is left here is cleared away by the next one who takes the lock.
    await settleRestore(folder).catch(() => undefined)
    throw error
  }
}

/** Works the journals of an unpacked backup into its snapshot, so that no journal of the old data can follow it. */
async function settleJournals(
  report: Parameters<typeof checkUnpacked>[0],
  unpacked: string,
  files: Files,
): Promise<void> {
  const state = await checkUnpacked(report, unpacked)
  await snapshotFile(unpacked, files).write({ state, journal: null })
  for (const generation of await journalGenerations(unpacked)) await rm(journalPath(unpacked, generation))
}

/** Segments are named by their content: beside the old ones they change nothing, and a damaged one is replaced. */
async function placeSegments(from: string, folder: string, files: Files): Promise<void> {
  await mkdir(segmentsFolder(from), { recursive: true })
  await makeFolder(segmentsFolder(folder))
  for (const name of await readdir(segmentsFolder(from))) {
    await rename(join(segmentsFolder(from), name), join(segmentsFolder(folder), name))
  }
  await files.syncFolder(segmentsFolder(folder))
}
