import type { FileReader, FileSettings, InputFile } from '#core/file-reader.ts'
import { sniffFile } from '#jobs/check-files.ts'
import { createPreview } from '#jobs/preview-files.ts'
import type { Workspace } from '#src/api/backend.ts'
import { readPreview } from './read-preview.ts'
import type { Preview } from './read-preview.ts'

/** What importing the file would read. Beside sample data nothing counts as seen: an import begins with none of it. */
export async function previewOf(
  file: InputFile,
  as: FileReader['source'] | null,
  settings: FileSettings,
  { store, sample }: Pick<Workspace, 'store' | 'sample'>,
  readers: readonly FileReader[],
): Promise<Preview> {
  const { reader } = await sniffFile(file, as, settings, readers)
  const { chunks } = await createPreview(sample ? null : store, readers)(file, reader.source, settings)
  return readPreview(reader.source, chunks)
}

/** Changes whenever an import does: what a preview said of "seen before" holds as long as this stays the same. */
export async function storedVersion({ store, sample }: Pick<Workspace, 'store' | 'sample'>): Promise<string> {
  if (sample) return '0.0'
  const [statement, list] = await Promise.all([store.get('sources', 'statement'), store.get('sources', 'app-list')])
  return `${statement?.version ?? 0}.${list?.version ?? 0}`
}
