import type { FileReader, FileSettings, InputFile } from '#core/file-reader.ts'
import type { ImportRecord, Store } from '#core/store.ts'
import { checkFiles, unreadable } from './check-files.ts'
import type { CheckedFile, UnreadableFile } from './check-files.ts'
import { changesOf, openBatch, readInto } from './import-batch.ts'
import type { Batch } from './import-batch.ts'

export type ImportContext = {
  readonly store: Store
  readonly clock: () => Date
  readonly progress: (file: string, rows: number) => void
  /** Works apps and findings out anew; nothing where a job that detects follows at once. */
  readonly detect: () => Promise<unknown>
}

export type ImportOutcome =
  | { readonly status: 'imported' | 'already-imported'; readonly file: string; readonly record: ImportRecord }
  | UnreadableFile

/**
 * Imports files, all or none: while one is refused or leaves a question open, nothing is stored, and only those are
 * told. A file whose bytes were imported before changes nothing; of overlapping statements only new rows are added.
 */
export async function importFiles(
  files: readonly InputFile[],
  as: FileReader['source'] | null,
  settings: FileSettings,
  { readers, ...context }: ImportContext & { readonly readers: readonly FileReader[] },
): Promise<readonly ImportOutcome[]> {
  return importChecked(await checkFiles(files, as, settings, readers), settings, context)
}

/** As `importFiles`, for files that were checked before the store was opened. One outcome a file, in order. */
export async function importChecked(
  checked: readonly CheckedFile[],
  settings: FileSettings,
  context: ImportContext,
): Promise<readonly ImportOutcome[]> {
  const unread = unreadable(checked)
  if (unread.length > 0) return unread
  const { outcomes, undetected } = await keepFiles(checked, settings, context)
  if (undetected) await context.detect()
  return outcomes
}

/** What became of each file, and whether apps and findings do not say yet what follows from them. */
export type KeptFiles = { readonly outcomes: readonly ImportOutcome[]; readonly undetected: boolean }

/** As `importChecked`, for files that can be read; detects nothing. */
export function keepFiles(
  checked: readonly CheckedFile[],
  settings: FileSettings,
  context: Omit<ImportContext, 'detect'>,
): Promise<KeptFiles> {
  // One import at a time: of two that overlap, each would add the rows that both have.
  return context.store.exclusively('import', () => keep(checked, settings, context))
}

async function keep(
  checked: readonly CheckedFile[],
  settings: FileSettings,
  context: Omit<ImportContext, 'detect'>,
): Promise<KeptFiles> {
  const { store } = context
  const batch = await openBatch(store)
  const outcomes: ImportOutcome[] = []
  for (const one of checked) {
    if (one.status !== 'readable') continue
    const file = one.file.name
    const before = batch.imports.get(one.id)
    if (before !== undefined) outcomes.push({ status: 'already-imported', file, record: before })
    else outcomes.push({ status: 'imported', file, record: await readInto(batch, one, settings, context) })
  }
  const changes = changesOf(batch)
  if (changes.length > 0) await store.commit(changes)
  return { outcomes, undetected: changes.length > 0 || (await isUndetected(batch, store)) }
}

/** An import that was cut off between its commit and its detection is brought to its end by the next one. */
async function isUndetected({ imports }: Batch, store: Store): Promise<boolean> {
  const company = await store.get('company', 'company')
  const detectedAt = company?.value.detectedAt ?? ''
  return [...imports.values()].some(({ importedAt }) => importedAt > detectedAt)
}
