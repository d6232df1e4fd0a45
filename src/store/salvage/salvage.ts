import { copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Salvaged } from '#core/backup.ts'
import { BackupRefused } from '#core/backup.ts'
import { StoreError } from '#core/store.ts'
import { countDocuments } from '../backup/count-documents.ts'
import { handMadeFiles } from '../backup/hand-made.ts'
import { filesInPlace } from '../backup/put-aside.ts'
import { stamp } from '../backup/backup-name.ts'
import { referencedSegments } from '../backup/references.ts'
import { diskFiles } from '../lowdb/files.ts'
import { maybeAlive, readHolder, thisProcess } from '../lowdb/holder.ts'
import type { Entry } from '../lowdb/journal-entry.ts'
import { makeFolder } from '../lowdb/prepare-folder.ts'
import { segmentsFolder } from '../lowdb/segment-name.ts'
import { encodeSnapshot } from '../lowdb/snapshot.ts'
import { snapshotFile } from '../lowdb/snapshot-file.ts'
import { emptyState, withEntries } from '../lowdb/state.ts'
import type { State } from '../lowdb/state.ts'
import { systemCode, writeTrouble } from '../lowdb/trouble.ts'
import { entriesOf } from './entries-of.ts'
import { salvageSegments } from './salvaged-segments.ts'
import { salvagedState } from './salvaged-state.ts'

/**
 * Copies every document and record of a data folder that can be read into a new folder, and tells each loss. The folder
 * itself is only read. Throws `BackupRefused` where there is nothing to read or `to` exists, `StoreError('locked')` while
 * a process writes, as its last writes would look like damage.
 */
export async function salvage(folder: string, to: string | null, now: Date): Promise<Salvaged> {
  await refuseWriter(folder)
  if (!(await isThere(folder)) || (await filesInPlace(folder)).length === 0) {
    throw new BackupRefused(`${folder} holds nothing to salvage; DAYLIGHT_DATA names the data folder`)
  }
  const target = resolve(to ?? `${folder}-salvaged-${stamp(now)}`)
  if (target.startsWith(join(folder, '/'))) {
    throw new BackupRefused(`${target} is in the damaged data folder, which is only read; name a folder elsewhere`)
  }
  if (await isThere(target)) throw new BackupRefused(`${target} exists already; name a folder that does not`)
  try {
    return await copy(folder, target)
  } catch (error) {
    throw writeTrouble(error, target)
  }
}

async function copy(folder: string, to: string): Promise<Salvaged> {
  const { state, losses, notes } = await salvagedState(folder)
  await makeFolder(to)
  await makeFolder(segmentsFolder(to))
  const referenced = new Set(referencedSegments(encodeSnapshot({ state, journal: null })))
  const segments = await salvageSegments(folder, to, referenced)
  for (const name of await handMadeFiles(folder)) {
    await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(folder, name), join(to, name))
  }
  await snapshotFile(to, diskFiles).write({ state: withNames(state, segments.renamed), journal: null })
  return {
    folder: to,
    documents: countDocuments(state),
    records: segments.records,
    losses: [...losses, ...segments.losses],
    notes: [...notes, ...segments.notes],
  }
}

/** The documents, referring to the segments that were written anew. */
function withNames(state: State, renamed: ReadonlyMap<string, string>): State {
  if (renamed.size === 0) return state
  const entries = entriesOf(state).map((entry): Entry => {
    if (entry.kept === null) return entry
    const json = entry.kept.json.replaceAll(
      /"([a-z-]+-[0-9a-f]{64})"/g,
      (text, name: string) => `"${renamed.get(name) ?? text.slice(1, -1)}"`,
    )
    return { ...entry, kept: { ...entry.kept, json } }
  })
  return withEntries(emptyState(), entries)
}

async function refuseWriter(folder: string): Promise<void> {
  const holder = await readHolder(folder)
  if (holder === null || !maybeAlive(holder, await thisProcess())) return
  throw new StoreError(
    'locked',
    `pid ${holder.pid} (${holder.command}) on ${holder.host} writes to ${folder}; stop it, then salvage`,
  )
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
