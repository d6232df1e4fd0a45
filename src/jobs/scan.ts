import type { Connector, Progress } from '#core/connector.ts'
import type { ReadStatus } from '#core/coverage.ts'
import type { Source } from '#core/observation.ts'
import type { Change, ScanRecord, SourceRun, Store } from '#core/store.ts'
import { detectCompany } from './detect.ts'
import type { Knowledge } from './knowledge.ts'
import { applyRetention } from './retention.ts'
import { readSource } from './read-source.ts'

export type ScanContext = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly clock: () => Date
  readonly createId: () => string
  readonly signal: AbortSignal
  readonly progress: (source: Source, progress: Progress) => void
  /** Told what the owner should know of the stored data. */
  readonly tell?: (sentence: string) => void
}

// A scan that stopped longer ago is begun anew: its first sources would be as old.
const RESUME_WITHIN_MS = 6 * 3600_000

/** Begins a scan and carries it to its end. `connectors` must not be empty. */
export async function runScan(connectors: readonly Connector[], context: ScanContext): Promise<ScanRecord> {
  return context.store.exclusively('scan', async () => finishScan(await beginScan(context), connectors, context), {
    wait: false,
  })
}

/**
 * Reads every given source that the record does not have yet, resolves and detects. Each source is kept as soon as it
 * is read, so that an interrupted scan goes on where it stopped.
 */
export async function finishScan(
  begun: ScanRecord,
  connectors: readonly Connector[],
  context: ScanContext,
): Promise<ScanRecord> {
  const { store, knowledge, clock } = context
  let record = begun
  const done = new Map(record.sources.map((run) => [run.source, run]))
  const pending = connectors.filter((connector) => !done.has(connector.source))
  let commits: Promise<void> = Promise.resolve()
  const readAndKeep = async (connector: Connector): Promise<void> => {
    const previous = await store.get('sources', connector.source)
    const progress = (step: Progress): void => context.progress(connector.source, step)
    const { run, state } = await readSource(connector, previous?.value ?? null, { ...context, progress })
    commits = commits.then(() => {
      record = { ...record, sources: [...record.sources, run].toSorted(bySource) }
      return store.commit([
        { put: 'sources', id: state.source, value: state },
        { put: 'scans', id: record.id, value: record },
      ])
    })
    await commits
  }
  context.signal.throwIfAborted()
  // All come to their end before the first trouble is told, so that nothing still writes to a store that is closed.
  const read = await Promise.allSettled(pending.map(readAndKeep))
  const failed = read.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  const { tell } = context
  await applyRetention({ store, retention: knowledge.policy.retention, clock, ...(tell && { tell }) })
  const detected = await detectCompany({ store, knowledge, clock })
  const finished: ScanRecord = {
    ...record,
    ...detected,
    status: scanStatus(record.sources),
    finishedAt: clock().toISOString(),
  }
  await store.commit([{ put: 'scans', id: finished.id, value: finished }])
  return finished
}

/**
 * The record of a new scan, or of one that was interrupted within the last hours; it is stored as running. Those that
 * stopped longer ago are closed: nothing will end them any more.
 */
export async function beginScan(context: Pick<ScanContext, 'store' | 'clock' | 'createId'>): Promise<ScanRecord> {
  const { store, clock } = context
  const now = clock()
  const running = (await store.list('scans'))
    .map(({ value }) => value)
    .filter((scan) => scan.status === 'running')
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
  const interrupted = running.find((scan) => now.getTime() - Date.parse(scan.startedAt) < RESUME_WITHIN_MS)
  const closed = running.filter((scan) => scan !== interrupted).map((scan) => closedScan(scan, now.toISOString()))
  const changes = closed.map((scan): Change => ({ put: 'scans', id: scan.id, value: scan }))
  if (interrupted) {
    if (changes.length > 0) await store.commit(changes)
    // Only what was read whole is taken over; a partial or failed source deserves another try.
    return { ...interrupted, sources: interrupted.sources.filter((run) => run.status === 'complete') }
  }
  const record: ScanRecord = {
    id: context.createId(),
    startedAt: now.toISOString(),
    finishedAt: null,
    status: 'running',
    sources: [],
    apps: 0,
    findings: { opened: 0, open: 0, resolved: 0 },
  }
  await store.commit([...changes, { put: 'scans', id: record.id, value: record }])
  return record
}

/** What was read before the stop stays; that it was all, nobody knows. */
function closedScan(scan: ScanRecord, finishedAt: string): ScanRecord {
  const some = scan.sources.some((run) => run.status !== 'failed')
  return { ...scan, status: some ? 'partial' : 'failed', finishedAt }
}

function scanStatus(runs: readonly SourceRun[]): ReadStatus {
  if (runs.every((run) => run.status === 'complete')) return 'complete'
  return runs.every((run) => run.status === 'failed') ? 'failed' : 'partial'
}

function bySource(a: SourceRun, b: SourceRun): number {
  return a.source < b.source ? -1 : 1
}
