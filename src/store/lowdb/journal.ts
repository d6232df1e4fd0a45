import { dirname } from 'node:path'
import type { Files, NewFile } from './files.ts'
import { encodeCommit, encodeHeader } from './journal-entry.ts'
import type { JournalCommit, JournalHeader } from './journal-entry.ts'
import { journalPath } from './journal-name.ts'
import { encodeRecord } from './journal-record.ts'
import { writeAll } from './replace-file.ts'
import { Unsettled } from './trouble.ts'

/** The journal that commits are appended to. */
export interface Journal {
  readonly generation: number
  /** Its size in bytes. */
  readonly bytes: number
  /** False once a write left something that is not known to be there or not: nothing may be appended behind that. */
  readonly sound: boolean
  /**
   * Appends a commit with one write and one sync. Throws what the disk said, and the commit is then not there; or
   * `Unsettled` when it could be neither synced nor taken back, and is.
   */
  append(commit: JournalCommit): Promise<void>
  close(): Promise<void>
}

/** Makes the next journal of a folder; its name and header are durable when the promise resolves. */
export async function createJournal(files: Files, folder: string, header: JournalHeader): Promise<Journal> {
  const path = journalPath(folder, header.generation)
  const file = await files.create(path)
  const first = encodeRecord(encodeHeader(header))
  try {
    await writeAll(file, first)
    await file.sync()
    await files.syncFolder(dirname(path))
  } catch (error) {
    // The first error is the one to tell. What cannot be removed holds no commit, and the next one of its number is made anew.
    await file.close().catch(() => undefined)
    await files.remove(path).catch(() => undefined)
    throw error
  }
  return new JournalFile(path, header.generation, file, first.length)
}

class JournalFile implements Journal {
  readonly generation: number
  readonly #path: string
  readonly #file: NewFile
  #bytes: number
  #sound = true

  constructor(path: string, generation: number, file: NewFile, bytes: number) {
    this.#path = path
    this.generation = generation
    this.#file = file
    this.#bytes = bytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get sound(): boolean {
    return this.#sound
  }

  async append(commit: JournalCommit): Promise<void> {
    const bytes = encodeRecord(encodeCommit(commit))
    let written = false
    try {
      await writeAll(this.#file, bytes)
      written = true
      await this.#file.sync()
    } catch (error) {
      const cut = await this.#cutBack()
      // After a failed sync nobody knows which pages reached the disk, and a later sync would not tell.
      this.#sound = !written && cut === 'for good'
      // Part of a record is as good as none; a whole one counts, for whoever reads the file.
      if (cut !== 'not at all' || !written) throw error
      this.#bytes += bytes.length
      throw new Unsettled(this.#path, error)
    }
    this.#bytes += bytes.length
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  /** Cuts off what follows the last commit: durably, for now, or not at all. */
  async #cutBack(): Promise<'for good' | 'for now' | 'not at all'> {
    try {
      await this.#file.truncate(this.#bytes)
    } catch {
      return 'not at all'
    }
    try {
      await this.#file.sync()
      return 'for good'
    } catch {
      return 'for now'
    }
  }
}
