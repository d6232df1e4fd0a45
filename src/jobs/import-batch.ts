import type { Rejected } from '#core/coverage.ts'
import type { FileReader, FileSettings } from '#core/file-reader.ts'
import type { Observation } from '#core/observation.ts'
import type { Change, ImportRecord, SourceState, Store } from '#core/store.ts'
import type { ReadableFile } from './check-files.ts'
import { storedKeys } from './stored-keys.ts'

type FileSource = FileReader['source']

export type BatchContext = {
  readonly store: Store
  readonly clock: () => Date
  readonly progress: (file: string, rows: number) => void
}

/** What the store holds of imports, and what some files are about to change in it by one commit. */
export type Batch = {
  readonly imports: Map<string, ImportRecord>
  readonly segments: Map<FileSource, readonly string[]>
  readonly readAt: Map<FileSource, string>
  /** Keys of all statement rows; null until there is a statement to compare with them. */
  keys: Set<string> | null
  readonly changes: Change[]
}

export async function openBatch(store: Store): Promise<Batch> {
  const [imports, sources] = await Promise.all([store.list('imports'), store.list('sources')])
  const segmentsOf = (source: FileSource): readonly string[] =>
    sources.find(({ id }) => id === source)?.value.segments ?? []
  return {
    imports: new Map(imports.map(({ id, value }) => [id, value])),
    segments: new Map([
      ['statement', segmentsOf('statement')],
      ['app-list', segmentsOf('app-list')],
    ]),
    readAt: new Map(),
    keys: null,
    changes: [],
  }
}

/**
 * Reads a file into a segment and notes in the batch what follows from it; commits nothing. A statement adds rows to
 * what is known; a newer app list of the same origin replaces the older one.
 */
export async function readInto(
  batch: Batch,
  { file, id, hash, reader, format, label }: ReadableFile,
  settings: FileSettings,
  context: BatchContext,
): Promise<ImportRecord> {
  const { source } = reader
  const before = batch.segments.get(source) ?? []
  if (source === 'statement') batch.keys ??= await storedKeys(context.store, before)
  const { segment, ...counts } = await readSegment(
    reader.read(file, format, { importId: id, settings }),
    source === 'statement' ? batch.keys : null,
    context,
    file.name,
  )
  const account = settings.account ?? label
  const importedAt = context.clock().toISOString()
  const record: ImportRecord = { id, file: file.name, hash, as: source, account, importedAt, segment, ...counts }
  const replaced = source === 'app-list' ? sameOrigin(batch, record) : []
  const kept = before.filter((one) => !replaced.some((old) => old.segment === one))
  batch.segments.set(source, [...new Set([...kept, segment])])
  batch.readAt.set(source, importedAt)
  for (const old of replaced) batch.imports.delete(old.id)
  batch.imports.set(id, record)
  batch.changes.push({ put: 'imports', id, value: record })
  for (const old of replaced) batch.changes.push({ delete: 'imports', id: old.id })
  return record
}

type Read = Pick<ImportRecord, 'rows' | 'added' | 'seen' | 'rejected'> & { readonly segment: string }

/** `known` are the keys that are not stored again; null stores all. */
async function readSegment(
  items: AsyncIterable<Observation | Rejected>,
  known: Set<string> | null,
  { store, progress }: BatchContext,
  name: string,
): Promise<Read> {
  const rejected: Rejected[] = []
  let rows = 0
  let seen = 0
  async function* fresh(): AsyncIterable<Observation> {
    for await (const item of items) {
      if (item.kind === 'rejected') {
        rejected.push(item)
        continue
      }
      rows += 1
      if (rows % 1000 === 0) progress(name, rows)
      if (known?.has(item.key)) seen += 1
      else {
        known?.add(item.key)
        yield item
      }
    }
  }
  const segment = await store.write('observations', fresh())
  return { segment: segment.id, rows, added: segment.records, seen, rejected }
}

function sameOrigin(batch: Batch, record: ImportRecord): ImportRecord[] {
  return [...batch.imports.values()].filter((old) => old.as === record.as && old.account === record.account)
}

/** All changes of the batch; empty when it read nothing new. */
export function changesOf(batch: Batch): Change[] {
  const imports = [...batch.imports.values()]
  const sources = [...batch.readAt].map(([source, readAt]): Change => {
    const value: SourceState = {
      source,
      status: 'complete',
      readAt,
      completeAt: readAt,
      gaps: [],
      rejected: imports.flatMap((record) => (record.as === source ? record.rejected : [])),
      segments: batch.segments.get(source) ?? [],
    }
    return { put: 'sources', id: source, value }
  })
  return [...batch.changes, ...sources]
}
