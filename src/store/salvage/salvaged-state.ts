import { readFile } from 'node:fs/promises'
import type { Loss } from '#core/backup.ts'
import { journalGenerations, journalPath } from '../lowdb/journal-name.ts'
import type { Entry } from '../lowdb/journal-entry.ts'
import { snapshotPath } from '../lowdb/snapshot-file.ts'
import { emptyState, withEntries } from '../lowdb/state.ts'
import type { State } from '../lowdb/state.ts'
import { systemCode } from '../lowdb/trouble.ts'
import { salvagedJournal } from './salvaged-journal.ts'
import { salvagedSnapshot } from './salvaged-snapshot.ts'

export type SalvagedState = {
  readonly state: State
  readonly losses: readonly Loss[]
  readonly notes: readonly string[]
}

/** All documents that snapshot and journals of a folder still say, the journals laid over the snapshot. */
export async function salvagedState(folder: string): Promise<SalvagedState> {
  const path = snapshotPath(folder)
  const bytes = await unlessMissing(readFile(path))
  const generations = await journalGenerations(folder)
  const missing: Loss = { file: path, offset: null, what: 'the file is missing, and with it what no journal says' }
  const snapshot =
    bytes === null ? { entries: [], journal: undefined, losses: [missing] } : salvagedSnapshot(bytes, path)
  const { journal } = snapshot
  // A journal that the snapshot took up is only waiting to be removed; where the snapshot cannot say, all of them count.
  const wanted = journal === null ? [] : generations.filter((each) => journal === undefined || each >= journal)
  const entries: Entry[] = [...snapshot.entries]
  const losses: Loss[] = [...snapshot.losses]
  const notes: string[] = []
  if (journal !== null && journal !== undefined && wanted[0] !== journal) {
    losses.push({
      file: journalPath(folder, journal),
      offset: null,
      what: 'the file is missing, and the commits in it',
    })
  }
  let number: number | null = null
  for (const generation of wanted) {
    const file = journalPath(folder, generation)
    const read = salvagedJournal(await readFile(file), file, number)
    ;({ number } = read)
    entries.push(...read.entries)
    losses.push(...read.losses)
    notes.push(...read.notes)
  }
  return { state: withEntries(emptyState(), entries), losses, notes }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
