import { access } from 'node:fs/promises'
import type { StoreError } from '#core/store.ts'
import { journalGenerations, journalPath } from './journal-name.ts'
import { readJournal } from './read-journal.ts'
import type { JournalPosition } from './read-journal.ts'
import type { Snapshot } from './snapshot.ts'
import { withEntries } from './state.ts'
import type { State } from './state.ts'
import { damaged, systemCode, WAYS_BACK } from './trouble.ts'
import type { Entry } from './journal-entry.ts'

/** The end of an unfinished record, which was never acknowledged. */
export type TornEnd = { readonly path: string; readonly offset: number; readonly bytes: number }

export type Loaded = JournalPosition & {
  readonly state: State
  /** The journal read last, to which a writer appends; null where there is none. */
  readonly generation: number | null
  readonly torn: readonly TornEnd[]
}

/**
 * The snapshot with all commits that were journalled behind it. Throws `StoreError('damaged')` where a commit is missing
 * or cannot be read, naming the file and the offset.
 */
export async function replay({ state, journal }: Snapshot, folder: string): Promise<Loaded> {
  if (journal === null) return { state, generation: null, offset: 0, number: null, torn: [] }
  const entries: Entry[] = []
  const torn: TornEnd[] = []
  let position: JournalPosition = { offset: 0, number: null }
  let generation = journal
  for (const next of await generationsFrom(journal, folder)) {
    const path = journalPath(folder, next)
    const read = await readJournal(path, { offset: 0, number: position.number })
    // Journals go, the oldest first, once a newer snapshot holds what is in them.
    if (read === null) throw missing(path)
    for (const entry of read.entries) entries.push(entry)
    if (read.torn > 0) torn.push({ path, offset: read.offset, bytes: read.torn })
    if (next > journal && !hasCommits(read, position)) continue
    position = read
    generation = next
  }
  return { state: withEntries(state, entries), generation, torn, offset: position.offset, number: position.number }
}

/**
 * The commits that were journalled since, laid over what was loaded; null when its journal is gone, and a newer snapshot
 * must be read. Throws like `replay`.
 */
export async function readOn(loaded: Loaded, folder: string): Promise<Loaded | null> {
  if (loaded.generation === null) return loaded
  const path = journalPath(folder, loaded.generation)
  const entries: Entry[] = []
  let { generation, offset, number } = loaded
  let read = await readJournal(path, loaded)
  if (read === null) return null
  ;({ offset, number } = read)
  for (let next = loaded.generation + 1; read !== null; next += 1) {
    for (const entry of read.entries) entries.push(entry)
    read = await readJournal(journalPath(folder, next), { offset: 0, number })
    if (read !== null && hasCommits(read, { offset, number })) {
      ;({ offset, number } = read)
      generation = next
    }
  }
  // As long as the first is there, none behind it is missing.
  if (!(await exists(path))) return null
  const state = entries.length === 0 ? loaded.state : withEntries(loaded.state, entries)
  return { state, generation, offset, number, torn: [] }
}

/** Without any, a journal may be one that could not be finished: commits may go on in the one before it. */
function hasCommits(read: JournalPosition, before: JournalPosition): boolean {
  return read.number !== before.number
}

async function generationsFrom(first: number, folder: string): Promise<readonly number[]> {
  const generations = (await journalGenerations(folder)).filter((generation) => generation >= first)
  if (generations[0] === first) return generations
  throw missing(journalPath(folder, first))
}

function missing(path: string): StoreError {
  return damaged(path, 'is missing, though daylight.json says that commits went on there', `put it back, ${WAYS_BACK}`)
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
