import { open, rename, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '#core/store.ts'
import { holderPath, maybeAlive, maybeElsewhere, readHolder, thisProcess } from './holder.ts'
import type { Holder } from './holder.ts'
import { takeKernelLock } from './kernel-lock.ts'
import type { KernelLock } from './kernel-lock.ts'
import { UNFINISHED } from './replace-file.ts'
import { systemCode } from './trouble.ts'

/** The right to write to a data folder, for one process at a time. */
export interface FolderLock extends AsyncDisposable {
  /** Throws `StoreError('locked')` when the lock was taken away by hand while it was held. */
  check(): Promise<void>
  /** Says in the record where the holder takes the writes of others. */
  tell(socket: string): Promise<void>
}

/**
 * Takes the lock of a folder. The kernel's lock decides on this machine; the record beside it names the holder, and
 * protects from a writer on another host that shares the folder. Throws `StoreError('locked')`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const self = await thisProcess()
  const kernel = await takeKernelLock(folder)
  if (!kernel) throw locked(folder, await currentHolder(folder, self))
  try {
    await record(folder, self)
  } catch (error) {
    kernel[Symbol.dispose]()
    throw error
  }
  return {
    check: () => check(kernel, folder),
    tell: (socket) => replace(folder, { ...self, socket }),
    async [Symbol.asyncDispose]() {
      // The record goes first: while the kernel's lock is held, nobody else can have written one.
      if (await kernel.intact()) await rm(holderPath(folder), { force: true })
      kernel[Symbol.dispose]()
    },
  }
}

async function record(folder: string, self: Holder): Promise<void> {
  const path = holderPath(folder)
  try {
    await writeNew(path, self)
    return
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
  const left = await readHolder(folder)
  if (left && maybeElsewhere(left, self)) {
    throw new StoreError(
      'locked',
      `${describe(folder, left)}, which cannot be seen from ${self.host}; when it is certain that it no longer runs, remove ${path}`,
    )
  }
  await replace(folder, self)
}

async function replace(folder: string, self: Holder): Promise<void> {
  const path = holderPath(folder)
  const next = `${path}.${self.pid}${UNFINISHED}`
  await rm(next, { force: true })
  await writeNew(next, self)
  await rename(next, path)
}

async function writeNew(path: string, self: Holder): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(self, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Who holds the lock. A holder needs a moment between taking it and saying so. */
async function currentHolder(folder: string, self: Holder): Promise<Holder | null> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const holder = await readHolder(folder)
    if (holder && maybeAlive(holder, self)) return holder
    await sleep(25)
  }
  return readHolder(folder)
}

function locked(folder: string, holder: Holder | null): StoreError {
  const who = holder ? describe(folder, holder) : `another process writes to ${folder}`
  return new StoreError('locked', `${who}; wait for it to end or stop it, then try again`)
}

function describe(folder: string, { pid, command, host, since }: Holder): string {
  return `another process writes to ${folder}: pid ${pid} (${command}) on ${host} since ${since}`
}

async function check(kernel: KernelLock, folder: string): Promise<void> {
  if (await kernel.intact()) return
  throw new StoreError(
    'locked',
    `the lock of ${folder} was removed while this process was writing, so another may write now; nothing was changed, start this one again`,
  )
}
