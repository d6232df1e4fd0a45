import { resolve } from 'node:path'
import { Low } from 'lowdb'
import type {
  Change,
  Collection,
  Documents,
  Segment,
  SegmentKind,
  SegmentRecords,
  Store,
  Stored,
  Work,
} from '#core/store.ts'
import { backupBeforeMigration } from '../backup/before-migration.ts'
import { settleRestore } from '../backup/restoring.ts'
import { createCommitQueue } from './commit-queue.ts'
import type { CommitQueue } from './commit-queue.ts'
import { createDurableState } from './durable-state.ts'
import type { DurableState } from './durable-state.ts'
import { diskFiles } from './files.ts'
import type { Files } from './files.ts'
import { lockFolder } from './folder-lock.ts'
import type { FolderLock } from './folder-lock.ts'
import { keepTorn } from './keep-torn.ts'
import { VERSION } from './migrations.ts'
import { listed } from './listed.ts'
import { nextState, prepare } from './next-state.ts'
import type { Prepared } from './next-state.ts'
import { clearUnfinished, makeFolder } from './prepare-folder.ts'
import { replay } from './replay.ts'
import { readSegment } from './read-segment.ts'
import { segmentsFolder } from './segment-name.ts'
import { createSegments } from './segments.ts'
import { share } from './share.ts'
import type { Snapshot } from './snapshot.ts'
import { snapshotFile } from './snapshot-file.ts'
import { socketPath } from './socket-path.ts'
import { emptyState } from './state.ts'
import { createTurns } from './turns.ts'
import { writeTrouble } from './trouble.ts'
import type { Records } from './write-segment.ts'

// A journal of this size is replayed in some tens of milliseconds.
const LONGEST_JOURNAL = 8_000_000

export type WriterOptions = {
  /** The steps by which the disk is changed; tests let one fail. */
  readonly files?: Files
  /** Told what the owner of the store should know, though nothing is lost. */
  readonly tell?: (sentence: string) => void
  /** Take the writes of other processes of this machine, through a socket in the folder. */
  readonly share?: boolean
  /** Bytes after which a journal is folded into the snapshot. */
  readonly longestJournal?: number
}

/**
 * Opens a data folder for writing, and makes it where there is none. Throws `StoreError`: `locked` when another
 * process writes, `damaged` and `newer` for what cannot be read, `full` and `read-only` for what cannot be written.
 */
export async function openLowdbWriter(dataFolder: string, options: WriterOptions = {}): Promise<Store> {
  const folder = resolve(dataFolder)
  const { files = diskFiles, tell = (sentence) => process.emitWarning(sentence) } = options
  try {
    await makeFolder(folder)
    await using opening = new AsyncDisposableStack()
    const lock = opening.use(await lockFolder(folder))
    await makeFolder(segmentsFolder(folder))
    await clearUnfinished(folder, files)
    await settleRestore(folder)
    const adapter = snapshotFile(folder, files)
    const found = await adapter.read()
    if (found !== null && found.version < VERSION) {
      const kept = await backupBeforeMigration(folder, files, new Date())
      tell(
        `${folder} is taken over from format version ${found.version} to ${VERSION}; as it was, it is kept in ${kept}`,
      )
    }
    const loaded = found === null ? null : await replay(found, folder)
    if (loaded !== null) await keepTorn(loaded.torn, tell)
    const state = loaded?.state ?? emptyState()
    // Written at once: a disk that cannot be written is told now, not at the end of a long scan.
    const low = new Low<Snapshot>(adapter, { state, journal: null })
    const { longestJournal = LONGEST_JOURNAL } = options
    const number = loaded?.number ?? 0
    const durable = await createDurableState({ folder, files, low, number, longestJournal, tell })
    const store = new LowdbStore(folder, files, lock, durable)
    // From here on the store lets go of the lock.
    opening.move()
    await using sharing = new AsyncDisposableStack()
    sharing.use(store)
    if (options.share) await store.share()
    sharing.move()
    return store
  } catch (error) {
    throw writeTrouble(error, folder)
  }
}

class LowdbStore implements Store {
  readonly #folder: string
  readonly #lock: FolderLock
  readonly #durable: DurableState
  readonly #segments: ReturnType<typeof createSegments>
  readonly #queue: CommitQueue<readonly Prepared[]>
  readonly #turns = createTurns()
  #sharing: AsyncDisposable | null = null
  #open = true

  constructor(folder: string, files: Files, lock: FolderLock, durable: DurableState) {
    this.#folder = folder
    this.#lock = lock
    this.#durable = durable
    this.#segments = createSegments(folder, files)
    this.#queue = createCommitQueue({
      current: () => durable.current,
      next: nextState,
      write: async (state, commits) => {
        await lock.check()
        await durable.append(state, commits).catch((error: unknown) => {
          this.#segments.spare()
          throw error
        })
      },
    })
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null> {
    return this.#durable.current[collection].get(id)?.stored() ?? null
  }

  async list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]> {
    return listed(this.#durable.current[collection])
  }

  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]> {
    return readSegment(this.#folder, kind, segment)
  }

  async commit(changes: readonly Change[]): Promise<void> {
    this.#mustBeOpen()
    // Made into text here, so that nothing the caller does to its objects afterwards can reach the store.
    await this.#commit(changes.map(prepare))
  }

  async write<K extends SegmentKind>(kind: K, records: Records<K>): Promise<Segment> {
    this.#mustBeOpen()
    return this.#writing(() => this.#segments.write(kind, records))
  }

  async collect(referenced: ReadonlySet<string>): Promise<void> {
    this.#mustBeOpen()
    // Other processes read commits from the journal before they are durable: `referenced` may come from such.
    await this.#queue.settled()
    await this.#writing(() => this.#segments.collect(referenced))
  }

  async exclusively<T>(work: Work, job: () => Promise<T>, { wait } = { wait: true }): Promise<T> {
    this.#mustBeOpen()
    const end = await this.#turns.take(work, wait)
    try {
      return await job()
    } finally {
      end()
    }
  }

  async share(): Promise<void> {
    const path = socketPath(this.#folder)
    this.#sharing = await share(
      {
        turns: this.#turns,
        commit: (changes) => this.#commit(changes),
        collect: (referenced) => this.collect(referenced),
        claim: (segment) => this.#segments.claim(segment),
        forsake: (segments) => this.#segments.forsake(segments),
      },
      path,
    )
    await this.#lock.tell(path)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return
    await this.#sharing?.[Symbol.asyncDispose]()
    await this.#turns.idle()
    this.#open = false
    await this.#queue.idle()
    try {
      await this.#durable.close()
    } finally {
      await this.#lock[Symbol.asyncDispose]()
    }
  }

  async #commit(changes: readonly Prepared[]): Promise<void> {
    this.#mustBeOpen()
    await this.#writing(() => this.#queue.commit(changes))
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
