import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BackupRefused } from '#core/backup.ts'
import { makeFolder } from '../lowdb/prepare-folder.ts'
import { systemCode } from '../lowdb/trouble.ts'

const REGULAR = /^daylight-\d{8}T\d{9}Z\.tar$/

export function backupsFolder(folder: string): string {
  return join(folder, 'backups')
}

/** `20261121T173000123Z`: sorts by time, and is a file name everywhere. */
export function stamp(now: Date): string {
  return now.toISOString().replaceAll(/[-:.]/g, '')
}

/** Where a backup goes: a name by time in `target` where that is a folder, `target` itself where it is nothing yet. */
export async function backupPath(folder: string, target: string | null, now: Date): Promise<string> {
  const name = `daylight-${stamp(now)}.tar`
  if (target === null) {
    await makeFolder(backupsFolder(folder))
    return join(backupsFolder(folder), name)
  }
  const found = await statOf(target)
  if (found === null && !/[/\\]$/.test(target)) return resolve(target)
  if (found === null) await makeFolder(resolve(target))
  if (found === null || found.isDirectory()) return join(resolve(target), name)
  throw new BackupRefused(`${target} exists already; name another file, or a folder`)
}

/** The regular backups of a data folder, the newest first. Those from before a migration are not among them. */
export async function regularBackups(folder: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(backupsFolder(folder))).filter((name) => REGULAR.test(name))
    return names
      .toSorted()
      .toReversed()
      .map((name) => join(backupsFolder(folder), name))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
