import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files, NewFile } from '#src/store/lowdb/files.ts'

const SECTOR_BYTES = 512

type Pending = { readonly write: Uint8Array; readonly at: number } | { readonly truncate: number }

/** A file as a disk knows it: what a sync made last, and what came since. */
type Inode = { settled: Uint8Array; pending: Pending[]; size: number }
type Named = { readonly from?: string; readonly to?: string; readonly inode?: Inode }

/** A disk that forgets, at power loss, whatever it was not told to sync. */
export type LossyDisk = {
  readonly files: Files
  readonly steps: number
  /** True once power was lost: every step fails from then on. */
  readonly dead: boolean
  /** Puts what may be found after the power is back into another folder. */
  wake(folder: string): Promise<void>
}

export type Loss = {
  readonly random: () => number
  /** The step at which power is lost. */
  readonly at: number
  /** How likely a sync is to fail with EIO, and to leave unknown what of it is on the disk. */
  readonly failingSyncs: number
}

/**
 * The disk below a folder, as harsh as POSIX lets it be: of what was not synced, any sector of any write and any name
 * may be there after a power loss or not, in whatever order, and a failed sync settles nothing for later ones. What the
 * store does past its `Files` is taken as durable.
 */
export async function lossyDisk(folder: string, { random, at, failingSyncs }: Loss): Promise<LossyDisk> {
  const names = new Map<string, Inode>()
  const durable = new Map<string, Inode>()
  let unsettled: Named[] = []
  let [steps, dead] = [0, false]
  for (const path of await filesBelow(folder)) {
    const settled = await readFile(path)
    const inode = { settled, pending: [], size: settled.length }
    names.set(path, inode)
    durable.set(path, inode)
  }

  /** Counts a step; the one at which power is lost may still have begun. */
  function step(begin: () => void): void {
    if (dead) throw new Error('the power is off')
    steps += 1
    if (steps < at) return
    dead = true
    if (random() < 0.5) begin()
    throw new Error('the power went off')
  }
  function name(change: Named): void {
    unsettled.push(change)
    rename(names, change)
  }
  function sync(inode: Inode): void {
    inode.settled = applied(inode.settled, inode.pending)
    inode.pending = []
  }
  function failSync(): void {
    if (random() < failingSyncs) throw Object.assign(new Error('EIO: made up for a test'), { code: 'EIO' })
  }
  function lossy(file: NewFile, inode: Inode): NewFile {
    return {
      async write(bytes) {
        const write = Uint8Array.from(bytes)
        step(() => inode.pending.push({ write, at: inode.size }))
        await file.write(write)
        inode.pending.push({ write, at: inode.size })
        inode.size += write.length
        return write.length
      },
      async sync() {
        step(() => sync(inode))
        try {
          failSync()
        } catch (error) {
          // The kernel takes those pages for clean from now on, written or not.
          inode.settled = applied(inode.settled, some(inode.pending, random))
          inode.pending = []
          throw error
        }
        sync(inode)
      },
      async truncate(length) {
        step(() => inode.pending.push({ truncate: length }))
        await file.truncate(length)
        inode.pending.push({ truncate: length })
        inode.size = length
      },
      close: () => file.close(),
    }
  }
  return {
    files: {
      async create(path) {
        const inode: Inode = { settled: new Uint8Array(), pending: [], size: 0 }
        step(() => name({ to: path, inode }))
        const file = await diskFiles.create(path)
        name({ to: path, inode })
        return lossy(file, inode)
      },
      async rename(from, to) {
        const inode = names.get(from)
        const change = { from, to, ...(inode && { inode }) }
        step(() => name(change))
        await diskFiles.rename(from, to)
        name(change)
      },
      async remove(path) {
        step(() => name({ from: path }))
        await diskFiles.remove(path)
        name({ from: path })
      },
      async syncFolder(path) {
        const settle = () => {
          for (const change of unsettled.filter((each) => folderOf(each) === path)) rename(durable, change)
          unsettled = unsettled.filter((each) => folderOf(each) !== path)
        }
        step(settle)
        failSync()
        settle()
      },
    },
    get steps() {
      return steps
    },
    get dead() {
      return dead
    },
    async wake(into) {
      const kept = random() < 0.2 ? [...unsettled] : unsettled.filter(() => random() < 0.5)
      for (const change of kept) rename(durable, change)
      for (const [path, inode] of durable) {
        const to = join(into, relative(folder, path))
        await mkdir(dirname(to), { recursive: true, mode: 0o700 })
        await writeFile(to, applied(inode.settled, some(inode.pending, random)), { mode: 0o600 })
      }
    },
  }
}

function rename(names: Map<string, Inode>, { from, to, inode }: Named): void {
  if (from !== undefined) names.delete(from)
  if (to !== undefined && inode !== undefined) names.set(to, inode)
}

function folderOf({ from, to }: Named): string {
  return dirname(to ?? from ?? '')
}

function applied(settled: Uint8Array, pending: readonly Pending[]): Uint8Array {
  let bytes = settled
  for (const each of pending) {
    if ('truncate' in each) {
      bytes = bytes.subarray(0, each.truncate)
      continue
    }
    const grown = new Uint8Array(Math.max(bytes.length, each.at + each.write.length))
    grown.set(bytes)
    grown.set(each.write, each.at)
    bytes = grown
  }
  return bytes
}

/** Some of what was not synced: whole, not at all, or sector by sector, where a lost one may read as zeros. */
function some(pending: readonly Pending[], random: () => number): readonly Pending[] {
  const mood = random()
  return pending.flatMap((each): readonly Pending[] => {
    if (mood < 0.2) return []
    if (mood < 0.3) return [each]
    if ('truncate' in each) return random() < 0.5 ? [each] : []
    const sectors: Pending[] = []
    // Sectors are those of the disk, not of the write.
    for (let from = 0; from < each.write.length;) {
      const to = Math.min(each.write.length, from + SECTOR_BYTES - ((each.at + from) % SECTOR_BYTES))
      if (random() < 0.6) sectors.push({ write: each.write.subarray(from, to), at: each.at + from })
      from = to
    }
    return sectors
  })
}

/** The store's files; not what says who holds the lock. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((each) => each.isFile() && !each.name.startsWith('lock'))
    .map((each) => join(each.parentPath, each.name))
}
