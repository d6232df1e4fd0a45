import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '#core/store.ts'
import { systemCode } from './trouble.ts'

// https://www.sqlite.org/rescode.html
const SQLITE = { busy: 5, locked: 6, readOnly: 8, full: 13, cannotOpen: 14 }

/** A lock that the kernel drops when the process ends, however it ends. */
export interface KernelLock extends Disposable {
  /** False once somebody removed or replaced the locked file, and with it the protection. */
  intact(): Promise<boolean>
}

/**
 * Takes the folder's kernel lock, or gives null when another process, container or thread of this machine has it.
 *
 * Node has no flock. SQLite, which comes with it, locks a file through fcntl or LockFileEx, so that a killed writer's
 * lock is gone at once, a reused pid cannot be taken for it, and two starts that find it gone cannot both win. The
 * database stays empty. Nothing in this process may open the file `lock` by other means: closing any descriptor of it
 * would drop the lock (https://www.sqlite.org/howtocorrupt.html, section 2.2).
 */
export async function takeKernelLock(folder: string): Promise<KernelLock | null> {
  const path = join(folder, 'lock')
  const database = open(path, folder)
  if (!database) return null
  const inode = await inodeOf(path)
  return {
    intact: async () => inode !== null && (await inodeOf(path)) === inode,
    [Symbol.dispose]: () => database.close(),
  }
}

function open(path: string, folder: string): DatabaseSync | null {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path, { timeout: 0 })
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    return refused(error, path, folder)
  }
}

function refused(error: unknown, path: string, folder: string): null {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  switch (code) {
    case SQLITE.busy:
    case SQLITE.locked:
      return null
    case SQLITE.full:
      throw new StoreError('full', `no space is left for ${folder}; free some and try again`, { cause: error })
    case SQLITE.readOnly:
    case SQLITE.cannotOpen:
      throw new StoreError('read-only', `${path} cannot be written by this user; make ${folder} writable`, {
        cause: error,
      })
    default:
      throw new Error(`${path} cannot be locked; put the data folder on a disk that can lock files`, { cause: error })
  }
}

async function inodeOf(path: string): Promise<bigint | null> {
  try {
    return (await stat(path, { bigint: true })).ino
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
