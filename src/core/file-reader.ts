import type { Rejected } from './coverage.ts'
import type { Observation, Source } from './observation.ts'

/** A file that a person hands over. It may be opened more than once: to sniff, then to read. */
export type InputFile = { readonly name: string; open(): AsyncIterable<Uint8Array> }

/** Something the file itself does not decide. It is asked, never guessed. */
export type Question = { readonly field: string; readonly options: readonly string[]; readonly evidence: string }

export type FileSettings = {
  readonly account: string | null
  readonly currency: string | null
  /** The printed `format` of a preview, edited by a person. */
  readonly mapping: unknown
}

/** `refused`: why this file is not of the reader's kind; `likelihood`: 0..1, how much it looks like it. */
export type Sniffed<Format> = {
  readonly refused: string | null
  readonly likelihood: number
  readonly format: Format | null
  readonly questions: readonly Question[]
  /** Where the file is from (an account, a provider), when it says so: a newer app list of the same origin replaces the older. */
  readonly label?: string | null
}

export type ReadFileContext = { readonly importId: string; readonly settings: FileSettings }

/** The port to a kind of file: a statement, an app list. Streams; bad records are returned as `Rejected`. */
export interface FileReader<Format = unknown> {
  readonly source: Extract<Source, 'statement' | 'app-list'>
  sniff(file: InputFile, settings: FileSettings): Promise<Sniffed<Format>>
  read(file: InputFile, format: Format, context: ReadFileContext): AsyncIterable<Observation | Rejected>
  /** One JSON object about the file, in chunks; stores nothing. `seen` says whether a row's key is stored already. */
  preview(file: InputFile, settings: FileSettings, seen: (key: string) => boolean): AsyncIterable<string>
}
