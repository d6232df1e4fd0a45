import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { StoreError } from '#core/store.ts'
import { decodeCommit, decodeHeader, JOURNAL_VERSION } from './journal-entry.ts'
import type { Entry, JournalHeader } from './journal-entry.ts'
import { decodeRecords, nextRecord } from './journal-record.ts'
import { damaged, systemCode, WAYS_BACK } from './trouble.ts'

/** How far a journal was read: up to which byte, and up to which commit of the store; null when no commit was seen yet. */
export type JournalPosition = { readonly offset: number; readonly number: number | null }

export type JournalRead = JournalPosition & {
  readonly entries: readonly Entry[]
  /** Bytes behind the last whole record: the beginning of one whose writing was cut off. */
  readonly torn: number
}

/**
 * Reads the commits of a journal behind a position; null where there is no such file, or it
 * ends before, because what stood there was taken back. Throws `StoreError('damaged')`,
 * with the offset, for whole records behind broken ones and for commits that are missing, and `('newer')`.
 */
export async function readJournal(path: string, from: JournalPosition): Promise<JournalRead | null> {
  const bytes = await bytesBehind(path, from.offset)
  if (bytes === null) return null
  const { records, end } = decodeRecords(bytes)
  const whole = nextRecord(bytes, end)
  if (whole !== null) {
    throw damage(path, from.offset + end, `is damaged, and ${bytes.length - whole} bytes of later commits follow`)
  }
  const entries: Entry[] = []
  let { number } = from
  for (const { json, offset } of records) {
    const at = from.offset + offset
    if (at === 0) {
      const { after } = header(json, path)
      number ??= after
      if (after !== number && records.length > 1) {
        throw damage(path, at, `begins behind commit ${after}, but the commits before it end with ${number}`)
      }
      continue
    }
    const commit = decodeCommit(json)
    if (commit === null) throw damage(path, at, 'holds a record that is no commit')
    if (commit.number !== (number ?? 0) + 1) {
      throw damage(path, at, `holds commit ${commit.number} behind commit ${number}`)
    }
    number = commit.number
    for (const entry of commit.entries) entries.push(entry)
  }
  return { entries, number, offset: from.offset + end, torn: bytes.length - end }
}

function header(json: string, path: string): JournalHeader {
  const found = decodeHeader(json)
  if (found === null) throw damage(path, 0, 'is no journal of Daylight')
  if ('generation' in found) return found
  throw new StoreError(
    'newer',
    `${path} has format version ${found.version}, which this Daylight does not know (it knows version ${JOURNAL_VERSION}); it was written by a newer one: install that again, or put back a backup`,
  )
}

function damage(path: string, offset: number, what: string): StoreError {
  return damaged(`${path}, at byte ${offset},`, what, WAYS_BACK)
}

async function bytesBehind(path: string, offset: number): Promise<Uint8Array | null> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
  try {
    const { size } = await file.stat()
    if (size < offset) return null
    const bytes = Buffer.alloc(size - offset)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
