import type { FileReader, FileSettings, InputFile } from '#core/file-reader.ts'
import type { StoreReader } from '#core/store.ts'
import { sniffFile } from './check-files.ts'
import { storedKeys } from './stored-keys.ts'

export type FilePreview = {
  /** False when the file is refused or leaves a question open. */
  readonly readable: boolean
  /** One JSON object in pieces, so that a large file needs no memory. */
  readonly chunks: AsyncIterable<string>
}

/**
 * Makes the function that shows what importing a file would read. Stores nothing. `store` tells which rows are stored
 * already; null where nothing is. The keys of a source are read once, when its first file comes.
 */
export function createPreview(
  store: StoreReader | null,
  readers: readonly FileReader[],
): (file: InputFile, as: FileReader['source'] | null, settings: FileSettings) => Promise<FilePreview> {
  const known = new Map<FileReader['source'], ReadonlySet<string>>()

  async function keysOf(source: FileReader['source']): Promise<ReadonlySet<string>> {
    const held = known.get(source)
    if (held !== undefined) return held
    const state = store === null ? null : await store.get('sources', source)
    const keys = store === null || state === null ? new Set<string>() : await storedKeys(store, state.value.segments)
    known.set(source, keys)
    return keys
  }

  return async (file, as, settings) => {
    const { reader, refused, questions } = await sniffFile(file, as, settings, readers)
    const keys = await keysOf(reader.source)
    return {
      readable: refused === null && questions.length === 0,
      chunks: reader.preview(file, settings, (key) => keys.has(key)),
    }
  }
}
