import type { FileReader, FileSettings } from '#core/file-reader.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { ScanRecord } from '#core/store.ts'
import type { DetectionCounts } from './detect.ts'
import type { KeptFiles } from './import-files.ts'
import type { InventoryChange } from './import-inventory.ts'
import type { RunningScan } from './scan-runner.ts'

/** A file on disk, and the name that people know it by. */
export type FileOnDisk = { readonly path: string; readonly name: string }

export type ImportRequest = {
  readonly files: readonly FileOnDisk[]
  /** Null where the files themselves tell. */
  readonly as: FileReader['source'] | null
  readonly settings: FileSettings
}

/**
 * The long jobs over one store, wherever they are carried out: in this thread or in another one. Whatever goes in and
 * comes out is plain data. What goes wrong is thrown as the job itself throws it; `JobsEnded` where the other thread ended.
 */
export interface Jobs {
  /** Works out apps and findings from all that was stored before the call. */
  detect(): Promise<DetectionCounts>
  /** Stores what files say, all or none, and detects nothing. */
  importFiles(request: ImportRequest): Promise<KeptFiles>
  /** Adds and changes entries of the inventory, and detects nothing. */
  importInventory(entries: readonly InventoryEntry[]): Promise<InventoryChange>
  /**
   * Starts a scan of all configured sources, or gives the one that is running; it goes on in the background. Null where no
   * source is configured. Throws `StoreError('busy')` while another process scans for the same store.
   */
  startScan(): Promise<ScanRecord | null>
  /** The scan that these jobs carry out now. */
  scanning(): RunningScan | null
  /** Ends the running scan after what it is reading now, and lets the other jobs come to their end. */
  stop(): Promise<void>
}

/** What carried out a job ended in the middle of it. What was confirmed is stored. */
export class JobsEnded extends Error {
  /** Whether it was told to stop: what it did not come to is worked out at the next start. */
  readonly stopping: boolean

  constructor(message: string, { stopping, cause }: { readonly stopping: boolean; readonly cause?: unknown }) {
    super(message, { cause })
    this.name = 'JobsEnded'
    this.stopping = stopping
  }
}
