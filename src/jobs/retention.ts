import type { ChargeObservation, Observation } from '#core/observation.ts'
import type { Retention } from '#core/policy.ts'
import { oldestRow, outdatedFindings, outdatedRejections, outdatedScans, outdatedWords } from '#core/retention.ts'
import type { Outdated } from '#core/retention.ts'
import type { Change, ImportRecord, Store, StoreReader, Stored } from '#core/store.ts'
import { StoreError } from '#core/store.ts'

export type RetentionContext = {
  readonly store: Store
  readonly retention: Retention
  readonly clock: () => Date
  /** Told what was removed; not called where nothing was. */
  readonly tell?: (sentence: string) => void
}

// As with detections: people decide rarely, so that a second try meets nobody.
const ATTEMPTS = 5

/** What a retention would remove from a store now; changes nothing. Reads the statements only where rows may be too old. */
export async function previewRetention(store: StoreReader, retention: Retention, now: string): Promise<Outdated> {
  const imports = await valuesOf(store.list('imports'))
  const oldest = oldestRow(retention, now)
  let statementRows = 0
  for (const record of imports) {
    if (oldest === null || record.as !== 'statement' || record.segment === null) continue
    for await (const row of store.read('observations', record.segment)) if (isOld(row, oldest)) statementRows += 1
  }
  return {
    statementRows,
    scans: outdatedScans(await valuesOf(store.list('scans')), retention).length,
    rejectedRows: countRejected(outdatedRejections(imports, retention, now)),
    findings: outdatedFindings(await valuesOf(store.list('findings')), retention, now).length,
  }
}

/**
 * Removes what a retention leaves no place for. Rows of statements are left out of segments written anew, and the old
 * segments are collected when nothing refers to them any more. Detect afterwards.
 */
export async function applyRetention(context: RetentionContext): Promise<Outdated> {
  const now = context.clock().toISOString()
  const oldest = oldestRow(context.retention, now)
  const { store, tell } = context
  const statementRows = oldest === null ? 0 : await store.exclusively('import', () => removeRows(store, oldest))
  for (let attempt = 1; ; attempt += 1) {
    try {
      const removed = { statementRows, ...(await removeDocuments(context, now)) }
      const words = outdatedWords(removed)
      if (words !== null) tell?.(`removed by the retention of policy.json: ${words}`)
      return removed
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'conflict') || attempt === ATTEMPTS) throw error
    }
  }
}

async function removeRows(store: Store, oldest: string): Promise<number> {
  const rewritten = new Map<string, string | null>()
  const changes: Change[] = []
  let removed = 0
  for (const { id, value } of await store.list('imports')) {
    if (value.as !== 'statement' || value.segment === null) continue
    const next = await withoutOld(store, value.segment, oldest)
    if (next === null) continue
    removed += next.removed
    rewritten.set(value.segment, next.segment)
    changes.push({ put: 'imports', id, value: { ...value, segment: next.segment } })
  }
  const source = await store.get('sources', 'statement')
  if (changes.length === 0 || source === null) return 0
  const segments = source.value.segments.flatMap((id) => (rewritten.has(id) ? (rewritten.get(id) ?? []) : id))
  await store.commit([
    ...changes,
    { put: 'sources', id: source.id, value: { ...source.value, segments: [...new Set(segments)] } },
  ])
  return removed
}

type Rewritten = { readonly segment: string | null; readonly removed: number }

/** A segment without its old rows; null where it has none, `segment` null where it has no other. */
async function withoutOld(store: Store, segment: string, oldest: string): Promise<Rewritten | null> {
  let [rows, removed] = [0, 0]
  for await (const row of store.read('observations', segment)) {
    rows += 1
    if (isOld(row, oldest)) removed += 1
  }
  if (removed === 0) return null
  if (removed === rows) return { segment: null, removed }
  async function* young(): AsyncGenerator<Observation> {
    for await (const row of store.read('observations', segment)) if (!isOld(row, oldest)) yield row
  }
  return { segment: (await store.write('observations', young())).id, removed }
}

async function removeDocuments(
  { store, retention }: RetentionContext,
  now: string,
): Promise<Omit<Outdated, 'statementRows'>> {
  const [scans, imports, findings, sources] = await Promise.all([
    store.list('scans'),
    store.list('imports'),
    store.list('findings'),
    store.list('sources'),
  ])
  const [scanVersions, importVersions, findingVersions] = [versions(scans), versions(imports), versions(findings)]
  const oldScans = outdatedScans(
    scans.map(({ value }) => value),
    retention,
  )
  const oldFindings = outdatedFindings(
    findings.map(({ value }) => value),
    retention,
    now,
  )
  const oldRejections = outdatedRejections(
    imports.map(({ value }) => value),
    retention,
    now,
  )
  const emptied = new Set(oldRejections.map(({ id }) => id))
  const changes: Change[] = [
    ...oldScans.map(({ id }): Change => ({ delete: 'scans', id, ifVersion: scanVersions.get(id) ?? 0 })),
    ...oldFindings.map(({ id }): Change => ({ delete: 'findings', id, ifVersion: findingVersions.get(id) ?? 0 })),
    ...oldRejections.map((record): Change => {
      const { id } = record
      return { put: 'imports', id, value: { ...record, rejected: [] }, ifVersion: importVersions.get(id) ?? 0 }
    }),
    ...sources
      .filter(({ value }) => oldRejections.some(({ as }) => as === value.source))
      .map(({ id, version, value }): Change => {
        const left = imports.filter(({ value: record }) => record.as === value.source && !emptied.has(record.id))
        const rejected = left.flatMap(({ value: record }) => record.rejected)
        return { put: 'sources', id, value: { ...value, rejected }, ifVersion: version }
      }),
  ]
  if (changes.length > 0) await store.commit(changes)
  return { scans: oldScans.length, rejectedRows: countRejected(oldRejections), findings: oldFindings.length }
}

function isOld(row: Observation, oldest: string): row is ChargeObservation {
  return row.kind === 'charge' && row.date < oldest
}

function countRejected(imports: readonly ImportRecord[]): number {
  return imports.reduce((sum, { rejected }) => sum + rejected.length, 0)
}

async function valuesOf<T>(listing: Promise<readonly Stored<T>[]>): Promise<readonly T[]> {
  return (await listing).map(({ value }) => value)
}

function versions(stored: readonly Stored<unknown>[]): ReadonlyMap<string, number> {
  return new Map(stored.map(({ id, version }) => [id, version]))
}
