import { resolve } from 'node:path'
import { Low } from 'lowdb'
import type { Change, Collection, Documents, Segment, SegmentKind, SegmentRecords, Store, Stored } from '#core/store.ts'
import { createCommitQueue } from './commit-queue.ts'
import { diskFiles } from './files.ts'
import type { Files } from './files.ts'
import { lockFolder } from './folder-lock.ts'
import type { FolderLock } from './folder-lock.ts'
import { nextState, prepare } from './next-state.ts'
import { clearUnfinished, makeFolder } from './prepare-folder.ts'
import { readSegment } from './read-segment.ts'
import { segmentsFolder } from './segment-name.ts'
import { createSegments } from './segments.ts'
import { snapshotFile } from './snapshot-file.ts'
import { emptyState } from './state.ts'
import type { State } from './state.ts'
import { Unsettled, writeTrouble } from './trouble.ts'
import type { Records } from './write-segment.ts'

export type WriterOptions = {
  /** The steps by which the disk is changed; tests let one fail. */
  readonly files?: Files
}

/**
 * Opens a data folder for writing, and makes it where there is none. Throws `StoreError`: `locked` when another
 * process writes, `damaged` and `newer` for what cannot be read, `full` and `read-only` for what cannot be written.
 */
export async function openLowdbWriter(dataFolder: string, options: WriterOptions = {}): Promise<Store> {
  const folder = resolve(dataFolder)
  const files = options.files ?? diskFiles
  try {
    await makeFolder(folder)
    await using opening = new AsyncDisposableStack()
    const lock = opening.use(await lockFolder(folder))
    await makeFolder(segmentsFolder(folder))
    await clearUnfinished(folder, files)
    const adapter = snapshotFile(folder, files)
    const found = await adapter.read()
    const low = new Low(adapter, found ?? emptyState())
    // A disk that cannot be written is told now, not at the end of a long scan.
    if (!found) await low.write()
    opening.move()
    return new LowdbStore(folder, files, lock, low)
  } catch (error) {
    throw writeTrouble(error, folder)
  }
}

class LowdbStore implements Store {
  readonly #folder: string
  readonly #lock: FolderLock
  readonly #low: Low<State>
  readonly #segments: ReturnType<typeof createSegments>
  readonly #queue = createCommitQueue<State, ReturnType<typeof prepare>[]>({
    current: () => this.#current,
    next: nextState,
    write: (state) => this.#replace(state),
  })
  /** What is durable. lowdb's own data runs ahead of it during a write. */
  #current: State
  #open = true

  constructor(folder: string, files: Files, lock: FolderLock, low: Low<State>) {
    this.#folder = folder
    this.#lock = lock
    this.#low = low
    this.#current = low.data
    this.#segments = createSegments(folder, files)
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null> {
    return this.#current[collection].get(id)?.stored() ?? null
  }

  async list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]> {
    return Array.from(this.#current[collection].values(), (held) => held.stored())
  }

  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]> {
    return readSegment(this.#folder, kind, segment)
  }

  async commit(changes: readonly Change[]): Promise<void> {
    this.#mustBeOpen()
    // Made into text here, so that nothing the caller does to its objects afterwards can reach the store.
    const prepared = changes.map(prepare)
    await this.#writing(() => this.#queue.commit(prepared))
  }

  async write<K extends SegmentKind>(kind: K, records: Records<K>): Promise<Segment> {
    this.#mustBeOpen()
    return this.#writing(() => this.#segments.write(kind, records))
  }

  async collect(referenced: ReadonlySet<string>): Promise<void> {
    this.#mustBeOpen()
    await this.#writing(() => this.#segments.collect(referenced))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#queue.idle()
    await this.#lock[Symbol.asyncDispose]()
  }

  async #replace(next: State): Promise<void> {
    await this.#lock.check()
    const before = this.#current
    this.#low.data = next
    try {
      await this.#low.write()
      this.#current = next
    } catch (error) {
      this.#low.data = before
      if (!(error instanceof Unsettled)) throw error
      if (await this.#restored()) throw error.cause
      this.#low.data = next
      this.#current = next
      throw error
    }
  }

  /** Puts the old snapshot back over one that is not known to be durable. False when the new one had to stay. */
  async #restored(): Promise<boolean> {
    try {
      await this.#low.write()
      return true
    } catch (error) {
      return error instanceof Unsettled
    }
  }

  async #writing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      throw writeTrouble(error, this.#folder)
    }
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error(`the store ${this.#folder} is closed`)
  }
}
