import { join } from 'node:path'
import type { Low } from 'lowdb'
import type { Files } from './files.ts'
import { createJournal } from './journal.ts'
import type { Journal } from './journal.ts'
import type { Entry } from './journal-entry.ts'
import { journalGenerations, journalPath } from './journal-name.ts'
import type { Snapshot } from './snapshot.ts'
import type { State } from './state.ts'
import { systemCode, Unsettled } from './trouble.ts'

/** The state of a store as it is on disk: a snapshot, and the journals behind it. Calls must not overlap. */
export interface DurableState {
  readonly current: State
  /** Makes a state current by journalling the commits that led to it; throws what the disk said, and keeps the one before. */
  append(state: State, commits: readonly (readonly Entry[])[]): Promise<void>
  /** Writes a last snapshot that needs no journal. Where that fails, the journal stays, and nothing is lost. */
  close(): Promise<void>
}

export type DurableOptions = {
  readonly folder: string
  readonly files: Files
  readonly low: Low<Snapshot>
  /** The number of the last commit. */
  readonly number: number
  /** Bytes after which commits go on in a new journal, and the snapshot is rewritten. */
  readonly longestJournal: number
  /** Told when a snapshot could not be written though every commit is safe in the journal. */
  readonly tell: (sentence: string) => void
}

/** Goes on from a loaded state, with a snapshot and an empty journal of its own. */
export async function createDurableState(options: DurableOptions): Promise<DurableState> {
  const { folder, files, low, number } = options
  const { state } = low.data
  const journal = await nextJournal(files, folder, number)
  try {
    await writeSnapshot(low, { state, journal: journal.generation })
    await removeOlder(files, folder, journal.generation)
    return new JournalledState(options, state, journal)
  } catch (error) {
    await journal.close()
    throw error
  }
}

class JournalledState implements DurableState {
  readonly #options: DurableOptions
  #current: State
  #journal: Journal
  #number: number
  /** An empty journal for commits to go on in, once a snapshot refers to it. */
  #spare: Journal | null = null
  /** The snapshot being written while commits go on in the next journal. */
  #saving: Promise<void> | null = null

  constructor(options: DurableOptions, state: State, journal: Journal) {
    this.#options = options
    this.#current = state
    this.#journal = journal
    this.#number = options.number
  }

  get current(): State {
    return this.#current
  }

  async append(state: State, commits: readonly (readonly Entry[])[]): Promise<void> {
    if (!this.#journal.sound) await this.#beginAnew()
    try {
      // One record for all that share the write: cut off anywhere, by a kill or a power loss, none of them is there.
      await this.#journal.append({ number: this.#number + 1, entries: commits.flat() })
    } catch (error) {
      if (error instanceof Unsettled) this.#adopt(state)
      throw error
    }
    this.#adopt(state)
    if (this.#journal.bytes > this.#options.longestJournal && this.#saving === null) await this.#rotate()
  }

  async close(): Promise<void> {
    await this.#saving
    const { files, folder, low } = this.#options
    try {
      await this.#journal.close()
      await this.#spare?.close()
      await writeSnapshot(low, { state: this.#current, journal: null })
      await removeOlder(files, folder, Infinity)
    } catch (error) {
      this.#tell(error)
    }
  }

  #adopt(state: State): void {
    this.#current = state
    this.#number += 1
  }

  /** A new journal behind a new snapshot; until that is in place, the old journal is the one. */
  async #beginAnew(): Promise<void> {
    await this.#saving
    const { files, folder, low } = this.#options
    // Kept while the disk refuses the snapshot, so that not each attempt leaves a file behind.
    this.#spare ??= await nextJournal(files, folder, this.#number)
    await writeSnapshot(low, { state: this.#current, journal: this.#spare.generation })
    const next = this.#spare
    this.#spare = null
    await this.#goOnIn(next)
    await this.#forget(next.generation)
  }

  /** Commits go on in a new journal at once; the snapshot that lets go of the old one follows. */
  async #rotate(): Promise<void> {
    const { files, folder, low } = this.#options
    try {
      const next = await nextJournal(files, folder, this.#number)
      await this.#goOnIn(next)
      this.#saving = writeSnapshot(low, { state: this.#current, journal: next.generation })
        .then(() => this.#forget(next.generation))
        .catch((error: unknown) => this.#tell(error))
        .finally(() => {
          this.#saving = null
        })
    } catch (error) {
      this.#tell(error)
    }
  }

  async #goOnIn(next: Journal): Promise<void> {
    const last = this.#journal
    this.#journal = next
    try {
      await last.close()
    } catch (error) {
      this.#tell(error)
    }
  }

  async #forget(generation: number): Promise<void> {
    try {
      await removeOlder(this.#options.files, this.#options.folder, generation)
    } catch (error) {
      this.#tell(error)
    }
  }

  #tell(error: unknown): void {
    const { folder, tell } = this.#options
    const why = error instanceof Error ? error.message : String(error)
    tell(
      `${join(folder, 'daylight.json')} could not be rewritten (${why}); what was decided is safe in the journal beside it`,
    )
  }
}

async function nextJournal(files: Files, folder: string, number: number): Promise<Journal> {
  const last = (await journalGenerations(folder)).at(-1) ?? 0
  return createJournal(files, folder, { generation: last + 1, after: number })
}

async function writeSnapshot(low: Low<Snapshot>, snapshot: Snapshot): Promise<void> {
  low.data = snapshot
  await low.write()
}

async function removeOlder(files: Files, folder: string, generation: number): Promise<void> {
  for (const old of await journalGenerations(folder)) {
    if (old >= generation) continue
    try {
      await files.remove(journalPath(folder, old))
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error
    }
  }
}
