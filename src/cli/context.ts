import type { Config } from '#src/config.ts'
import type { Backups } from '#core/backup.ts'
import type { Connector } from '#core/connector.ts'
import type { FileReader, InputFile } from '#core/file-reader.ts'
import type { Storage } from '#core/storage.ts'
import type { Store, StoreReader } from '#core/store.ts'
import type { Knowledge } from '#jobs/knowledge.ts'

/** Where a command's words go: data on stdout, talk on stderr. */
export type Output = {
  readonly isTTY: boolean
  /** Characters a line; null where it is no terminal. */
  readonly columns: number | null
  readonly colour: boolean
  /** Waits while the reader is slow. */
  write(data: string | Uint8Array): Promise<void>
}

/** A store to read, and whether it is the sample company's. */
export type OpenedReader = { readonly store: StoreReader; readonly sample: boolean }

/** All that a command may touch; the composition root builds it. */
export type CommandContext = {
  readonly config: Config
  readonly knowledge: () => Promise<Knowledge>
  /** The configured sources. */
  readonly connectors: () => Promise<readonly Connector[]>
  readonly readers: () => Promise<readonly FileReader[]>
  /** The real data, else the sample's, else null. */
  readonly openReader: () => Promise<OpenedReader | null>
  readonly openWriter: () => Promise<Store>
  /** A copy of the real data that is thrown away when closed. */
  readonly openScratch: () => Promise<Store>
  readonly backups: Backups
  /** How much the real data are, and whether they can be written to; null where there are none. */
  readonly storage: () => Promise<Storage | null>
  readonly openFile: (path: string) => Promise<InputFile>
  readonly writeFile: (path: string, data: string | Uint8Array) => Promise<void>
  /** Serves until the signal is aborted. */
  readonly serve: (options: { readonly sample: boolean }) => Promise<void>
  readonly clock: () => Date
  readonly createId: () => string
  readonly signal: AbortSignal
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
}

/** Gets the context when the command line is known to be right, so that `--help` works with broken settings. */
export type ContextFactory = () => CommandContext
