import { open, rename, rm } from 'node:fs/promises'

/** A file being written. `write` may take fewer bytes than given, as the system call may. */
export interface NewFile {
  write(bytes: Uint8Array): Promise<number>
  sync(): Promise<void>
  /** Cuts off what is behind this many bytes; the next write goes there. */
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** Every step by which the store changes the disk; the seam where tests let one step fail. */
export interface Files {
  /** Makes a file that must not exist yet, for the owner's eyes only. */
  create(path: string): Promise<NewFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes renames and removals in a folder survive power loss. */
  syncFolder(path: string): Promise<void>
}

export const diskFiles: Files = {
  async create(path) {
    // Appending, so that a write after a truncation goes to the new end.
    const handle = await open(path, 'ax', 0o600)
    return {
      write: async (bytes) => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    }
  },
  rename,
  remove: (path) => rm(path),
  async syncFolder(path) {
    // Windows can neither open nor sync a folder; NTFS journals its metadata by itself.
    if (process.platform === 'win32') return
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}
