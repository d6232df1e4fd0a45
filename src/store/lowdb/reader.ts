import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Adapter } from 'lowdb'
import { StoreError } from '#core/store.ts'
import type { Collection, Documents, SegmentKind, SegmentRecords, Stored, StoreReader } from '#core/store.ts'
import { diskFiles } from './files.ts'
import { readSegment } from './read-segment.ts'
import { snapshotFile, snapshotPath } from './snapshot-file.ts'
import type { State } from './state.ts'
import { systemCode } from './trouble.ts'

/**
 * Opens a data folder for reading: no lock, nothing made, null where there is no store. Each `get` and `list` sees one
 * commit whole, and a reader that lives on sees later ones. Throws `StoreError('damaged')` and `('newer')`.
 */
export async function openLowdbReader(dataFolder: string): Promise<StoreReader | null> {
  const folder = resolve(dataFolder)
  const adapter = snapshotFile(folder, diskFiles)
  const found = await adapter.read()
  return found && new LowdbReader(folder, adapter)
}

// A file system may give two quick commits the same time, and the second the inode of the one before the first. Until
// a snapshot is older than this it is read again each time; git treats its index in the same way.
const SETTLED_MS = 100

type Loading = { readonly mark: string; readonly state: Promise<State> }

class LowdbReader implements StoreReader {
  readonly #folder: string
  readonly #adapter: Adapter<State>
  #last: Loading | null = null

  constructor(folder: string, adapter: Adapter<State>) {
    this.#folder = folder
    this.#adapter = adapter
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null> {
    const state = await this.#state()
    return state[collection].get(id)?.stored() ?? null
  }

  async list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]> {
    const state = await this.#state()
    return Array.from(state[collection].values(), (held) => held.stored())
  }

  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]> {
    return readSegment(this.#folder, kind, segment)
  }

  async #state(): Promise<State> {
    const mark = await settledMark(snapshotPath(this.#folder))
    if (mark === null) return this.#load()
    if (this.#last?.mark !== mark) this.#last = { mark, state: this.#load() }
    const { state } = this.#last
    try {
      return await state
    } catch (error) {
      this.#last = null
      throw error
    }
  }

  async #load(): Promise<State> {
    const state = await this.#adapter.read()
    if (state) return state
    throw new StoreError(
      'damaged',
      `${snapshotPath(this.#folder)} was removed while it was in use; put back a backup of it and start again`,
    )
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
