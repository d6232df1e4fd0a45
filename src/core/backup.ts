import type { Collection, SegmentKind } from './store.ts'

/** A file in a backup: its path in the data folder, its size in bytes, and for a segment how many records it holds. */
export type BackupPart = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly records?: number
}

/** What a backup holds, as it says itself. */
export type BackupContent = {
  /** The version of Daylight and of the store's format that wrote it. */
  readonly daylight: string
  readonly store: number
  /** ISO time. */
  readonly createdAt: string
  readonly documents: Readonly<Partial<Record<Collection, number>>>
  readonly parts: readonly BackupPart[]
}

export type BackupReport = BackupContent & {
  readonly file: string
  /** Size of the file in bytes. */
  readonly bytes: number
}

export type CreatedBackup = BackupReport & { readonly removed: readonly string[] }

export type Restored = BackupReport & {
  /** Where the earlier data were put; null when there were none. */
  readonly aside: string | null
  /** Hand-made files that the backup does not have, and that stay as they are. */
  readonly kept: readonly string[]
}

/** Something that cannot be read any more. `offset` is in bytes where it can be told. */
export type Loss = { readonly file: string; readonly offset: number | null; readonly what: string }

export type Salvaged = {
  readonly folder: string
  readonly documents: Readonly<Partial<Record<Collection, number>>>
  readonly records: Readonly<Partial<Record<SegmentKind, number>>>
  readonly losses: readonly Loss[]
  /** What is worth knowing though nothing is lost by it. */
  readonly notes: readonly string[]
}

/** Copies of the data, and ways back from them. All throw `StoreError`, and `BackupRefused` for what they must not do. */
export interface Backups {
  /**
   * Writes one file, whole and durable or not at all; beside a running writer too. `target` is a file that does not exist
   * or a folder; null is the place for backups in the data folder, where the last `keep` are kept.
   */
  create(target: string | null, keep: number): Promise<CreatedBackup>
  /** Unpacks a backup into a folder that is thrown away, and compares every count and hash. */
  verify(file: string): Promise<BackupReport>
  /** Puts a backup in the place of the data; `force` allows it where there are some, and puts those aside. */
  restore(file: string, force: boolean): Promise<Restored>
  /** Copies all that can be read of damaged data into a new folder; null names one beside the data folder. */
  salvage(to: string | null): Promise<Salvaged>
}

/** Nothing was done, and what the person asked for would have destroyed something. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BackupRefused'
  }
}
