import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Collection, Documents, SegmentKind, SegmentRecords, Stored, StoreReader } from '#core/store.ts'
import { diskFiles } from './files.ts'
import { listed } from './listed.ts'
import { patiently } from './patiently.ts'
import { readSegment } from './read-segment.ts'
import { readOn, replay } from './replay.ts'
import type { Loaded } from './replay.ts'
import type { Snapshot } from './snapshot.ts'
import { snapshotFile, snapshotPath } from './snapshot-file.ts'
import type { State } from './state.ts'
import { damaged, systemCode, WAYS_BACK } from './trouble.ts'

/**
 * Opens a data folder for reading: no lock, nothing made, null where there is no store. Each `get` and `list` sees one
 * commit whole, and a reader that lives on sees later ones. Throws `StoreError('damaged')` and `('newer')`.
 */
export async function openLowdbReader(dataFolder: string): Promise<StoreReader | null> {
  const folder = resolve(dataFolder)
  const reader = new LowdbReader(folder, snapshotFile(folder, diskFiles))
  return (await reader.refresh()) === null ? null : reader
}

// A file system may give two quick commits the same time, and the second the inode of the one before the first. Until
// a snapshot is older than this it is read again each time; git treats its index in the same way.
const SETTLED_MS = 100

type Cached = { readonly mark: string | null; readonly loaded: Loaded }

class LowdbReader implements StoreReader {
  readonly #folder: string
  readonly #adapter: Adapter<Snapshot>
  #cached: Cached | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(folder: string, adapter: Adapter<Snapshot>) {
    this.#folder = folder
    this.#adapter = adapter
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null> {
    const state = await this.#state()
    return state[collection].get(id)?.stored() ?? null
  }

  async list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]> {
    const state = await this.#state()
    return listed(state[collection])
  }

  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]> {
    return readSegment(this.#folder, kind, segment)
  }

  /** The state as it is now; null where there is no store. One look after the other: each must see what was acknowledged before it began. */
  refresh(): Promise<State | null> {
    const look = this.#last.then(() => this.#latest())
    this.#last = look.catch(() => undefined)
    return look
  }

  async #state(): Promise<State> {
    const state = await this.refresh()
    if (state !== null) return state
    throw damaged(
      snapshotPath(this.#folder),
      'was removed while it was in use',
      `put it back and start again, ${WAYS_BACK}`,
    )
  }

  async #latest(): Promise<State | null> {
    this.#cached = await patiently(snapshotPath(this.#folder), async () => {
      const cached = this.#cached
      // Where it leads to damage, the next attempt starts from the snapshot.
      this.#cached = null
      return this.#look(cached, await settledMark(snapshotPath(this.#folder)))
    })
    return this.#cached?.loaded.state ?? null
  }

  async #look(cached: Cached | null, mark: string | null): Promise<Cached | null> {
    if (mark !== null && cached?.mark === mark) {
      const further = await readOn(cached.loaded, this.#folder)
      if (further !== null) return { mark, loaded: further }
    }
    const snapshot = await this.#adapter.read()
    return snapshot && { mark, loaded: await replay(snapshot, this.#folder) }
  }
}

/** What tells this snapshot from any other; null while it is too young for that, or gone. */
async function settledMark(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs, mtimeMs } = await stat(path, { bigint: true })
    return Date.now() - Number(mtimeMs) > SETTLED_MS ? `${ino} ${size} ${mtimeNs}` : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
