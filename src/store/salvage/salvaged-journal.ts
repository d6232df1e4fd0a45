import type { Loss } from '#core/backup.ts'
import { StoreError } from '#core/store.ts'
import { decodeCommit, decodeHeader } from '../lowdb/journal-entry.ts'
import type { Entry } from '../lowdb/journal-entry.ts'
import { decodeRecords, nextRecord } from '../lowdb/journal-record.ts'

export type SalvagedJournal = {
  readonly entries: readonly Entry[]
  /** The number of the last commit that was read; null when none was. */
  readonly number: number | null
  readonly losses: readonly Loss[]
  readonly notes: readonly string[]
}

/**
 * The commits of a journal that can be read, with those behind a damaged place: each says of a document what it was, so
 * that the last one counts. `number` is that of the commit before, null where it is not known. Throws `StoreError('newer')`.
 */
export function salvagedJournal(bytes: Uint8Array, path: string, before: number | null): SalvagedJournal {
  const entries: Entry[] = []
  const losses: Loss[] = []
  const notes: string[] = []
  let number = before
  const take = (json: string, offset: number): void => {
    const header = offset === 0 ? decodeHeader(json) : null
    if (header !== null && !('generation' in header)) {
      throw new StoreError('newer', `${path} was written by a newer Daylight, which can read it: install that again`)
    }
    if (header !== null) {
      number ??= header.after
      return
    }
    const commit = decodeCommit(json)
    if (commit === null) {
      losses.push({ file: path, offset, what: offset === 0 ? 'the header is none' : 'a record that is no commit' })
      return
    }
    if (number !== null && commit.number > number + 1) {
      losses.push({
        file: path,
        offset,
        what: `${commitsBetween(number, commit.number)} missing before commit ${commit.number}`,
      })
    }
    number = commit.number
    entries.push(...commit.entries)
  }
  for (let from = 0; ;) {
    const { records, end } = decodeRecords(bytes, from)
    for (const { json, offset } of records) take(json, offset)
    const next = nextRecord(bytes, end)
    if (next === null) {
      const rest = bytes.length - end
      if (rest > 0) {
        notes.push(
          `${path} ends at byte ${end} with ${rest} bytes that are no whole commit: one that was cut off and never confirmed, or damage at the very end`,
        )
      }
      return { entries, number, losses, notes }
    }
    losses.push({ file: path, offset: end, what: `${next - end} bytes that are no commit any more` })
    from = next
  }
}

function commitsBetween(last: number, next: number): string {
  return next - last === 2 ? `commit ${last + 1} is` : `commits ${last + 1} to ${next - 1} are`
}
