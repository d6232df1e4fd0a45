import { createHash } from 'node:crypto'
import type { Rejected } from '#core/coverage.ts'
import type { FileReader, FileSettings, InputFile, Question } from '#core/file-reader.ts'
import type { Observation } from '#core/observation.ts'
import type { Change, ImportRecord, SourceState, Store } from '#core/store.ts'
import { detectCompany } from './detect.ts'
import type { Knowledge } from './knowledge.ts'

export type ImportContext = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly readers: readonly FileReader[]
  readonly clock: () => Date
  readonly progress: (file: string, rows: number) => void
}

export type ImportOutcome =
  | { readonly status: 'imported' | 'already-imported'; readonly file: string; readonly record: ImportRecord }
  | { readonly status: 'refused'; readonly file: string; readonly reason: string }
  | { readonly status: 'questions'; readonly file: string; readonly questions: readonly Question[] }

type Prepared = {
  readonly file: InputFile
  readonly hash: string
  readonly reader: FileReader
  readonly format: unknown
  readonly label: string | null
}

/**
 * Imports files, all or none: while one is refused or leaves a question open, nothing is stored. A file whose bytes
 * were imported before changes nothing; of overlapping statements only new rows are added.
 */
export async function importFiles(
  files: readonly InputFile[],
  as: FileReader['source'] | null,
  settings: FileSettings,
  context: ImportContext,
): Promise<readonly ImportOutcome[]> {
  const known = new Map(
    (await context.store.list('imports')).map(({ value }) => [importId(value.hash, value.as), value]),
  )
  const outcomes: ImportOutcome[] = []
  const prepared: Prepared[] = []
  for (const file of files) {
    const hash = await hashOf(file)
    const sniffed = await sniffFile(file, as, settings, context.readers)
    const { reader } = sniffed
    if (sniffed.refused !== null) outcomes.push({ status: 'refused', file: file.name, reason: sniffed.refused })
    else if (sniffed.questions.length > 0)
      outcomes.push({ status: 'questions', file: file.name, questions: sniffed.questions })
    else {
      const record = known.get(importId(hash, reader.source))
      if (record === undefined) prepared.push({ file, hash, reader, format: sniffed.format, label: sniffed.label })
      else outcomes.push({ status: 'already-imported', file: file.name, record })
    }
  }
  const stops = outcomes.some(({ status }) => status === 'refused' || status === 'questions')
  if (stops || prepared.length === 0) return outcomes
  for (const one of prepared)
    outcomes.push({ status: 'imported', file: one.file.name, record: await importFile(one, settings, context) })
  await detectCompany(context)
  return outcomes
}

type SniffedFile = {
  readonly reader: FileReader
  readonly refused: string | null
  readonly questions: readonly Question[]
  readonly format: unknown
  readonly label: string | null
}

/** The reader whose kind of file this is, by what is in it; `as` decides where a person said so. */
export async function sniffFile(
  file: InputFile,
  as: FileReader['source'] | null,
  settings: FileSettings,
  readers: readonly FileReader[],
): Promise<SniffedFile> {
  const asked = readers.filter((reader) => as === null || reader.source === as)
  const all = await Promise.all(asked.map(async (reader) => ({ reader, ...(await reader.sniff(file, settings)) })))
  const [best] = all.toSorted((a, b) => b.likelihood - a.likelihood)
  if (best === undefined) throw new Error('there is no reader for this kind of file')
  return { ...best, label: best.label ?? null }
}

async function importFile(prepared: Prepared, settings: FileSettings, context: ImportContext): Promise<ImportRecord> {
  const { store, clock, progress } = context
  const { file, hash, reader, format } = prepared
  const id = importId(hash, reader.source)
  const state = (await store.get('sources', reader.source))?.value ?? null
  const stored = reader.source === 'statement' ? await storedKeys(store, state) : new Set<string>()
  const rejected: Rejected[] = []
  let rows = 0
  let seen = 0
  async function* fresh(): AsyncIterable<Observation> {
    for await (const item of reader.read(file, format, { importId: id, settings })) {
      if (item.kind === 'rejected') {
        rejected.push(item)
        continue
      }
      rows += 1
      if (rows % 1000 === 0) progress(file.name, rows)
      if (stored.has(item.key)) seen += 1
      else yield item
    }
  }
  const segment = await store.write('observations', fresh())
  const record: ImportRecord = {
    id,
    file: file.name,
    hash,
    as: reader.source,
    account: settings.account ?? prepared.label,
    importedAt: clock().toISOString(),
    rows,
    added: segment.records,
    seen,
    rejected,
    segment: segment.id,
  }
  await store.commit(await changesFor(record, state, store))
  return record
}

/** A statement adds to what is known; a newer app list of the same origin replaces the older one. */
async function changesFor(record: ImportRecord, state: SourceState | null, store: Store): Promise<Change[]> {
  const imports = (await store.list('imports')).map(({ value }) => value)
  const replaced =
    record.as === 'app-list' ? imports.filter((old) => old.as === 'app-list' && old.account === record.account) : []
  const kept = (state?.segments ?? []).filter((segment) => !replaced.some((old) => old.segment === segment))
  const next: SourceState = {
    source: record.as,
    status: 'complete',
    readAt: record.importedAt,
    completeAt: record.importedAt,
    gaps: [],
    rejected: [...(state?.rejected ?? []), ...record.rejected],
    segments: [...new Set([...kept, ...(record.segment === null ? [] : [record.segment])])],
  }
  return [
    { put: 'imports', id: record.id, value: record },
    { put: 'sources', id: record.as, value: next },
    ...replaced.map((old): Change => ({ delete: 'imports', id: old.id })),
  ]
}

/** Keys of all statement rows that are stored. */
export async function storedKeys(store: Pick<Store, 'read'>, state: SourceState | null): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const segment of state?.segments ?? []) {
    for await (const { key } of store.read('observations', segment)) keys.add(key)
  }
  return keys
}

function importId(hash: string, as: FileReader['source']): string {
  return `${as}-${hash.slice(0, 16)}`
}

async function hashOf(file: InputFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.open()) hash.update(chunk)
  return hash.digest('hex')
}
