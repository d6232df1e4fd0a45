import { journalGenerations, journalPath } from './journal-name.ts'
import { readJournal } from './read-journal.ts'
import type { JournalPosition } from './read-journal.ts'
import type { Snapshot } from './snapshot.ts'
import { withEntries } from './state.ts'
import type { State } from './state.ts'
import { damaged, WAYS_BACK } from './trouble.ts'
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
    // Gone meanwhile: a newer snapshot holds what was in it, and the next journal will say that commits are missing.
    if (read === null) continue
    for (const entry of read.entries) entries.push(entry)
    if (read.torn > 0) torn.push({ path, offset: read.offset, bytes: read.torn })
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
  const entries: Entry[] = []
  let { generation, offset, number } = loaded
  let read = await readJournal(journalPath(folder, generation), loaded)
  if (read === null) return null
  while (read !== null) {
    for (const entry of read.entries) entries.push(entry)
    ;({ offset, number } = read)
    read = await readJournal(journalPath(folder, generation + 1), { offset: 0, number })
    if (read !== null) generation += 1
  }
  const state = entries.length === 0 ? loaded.state : withEntries(loaded.state, entries)
  return { state, generation, offset, number, torn: [] }
}

async function generationsFrom(first: number, folder: string): Promise<readonly number[]> {
  const generations = (await journalGenerations(folder)).filter((generation) => generation >= first)
  if (generations[0] === first) return generations
  throw damaged(
    journalPath(folder, first),
    'is missing, though daylight.json says that commits went on there',
    `put it back, ${WAYS_BACK}`,
  )
}
