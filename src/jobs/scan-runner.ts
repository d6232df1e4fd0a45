import type { Connector, Progress } from '#core/connector.ts'
import type { Source } from '#core/observation.ts'
import type { ScanRecord, Store } from '#core/store.ts'
import type { Knowledge } from './knowledge.ts'
import { beginScan, finishScan } from './scan.ts'

export type RunningScan = {
  readonly id: string
  readonly startedAt: string
  readonly steps: Readonly<Partial<Record<Source, Progress>>>
}

export type ScanRunner = {
  /**
   * Starts a scan, or returns the one that is running. It goes on in the background. Throws `StoreError('busy')` while
   * another process scans for the same store.
   */
  start(where: ScanPlace): Promise<ScanRecord>
  running(): RunningScan | null
  /** Ends the running scan after what it is reading now; what was read stays, and the next scan goes on from there. */
  stop(): Promise<void>
}

/** What a scan reads, and where it keeps it. */
type ScanPlace = { readonly store: Store; readonly connectors: readonly Connector[]; readonly clock: () => Date }

export type ScanRunnerOptions = {
  readonly knowledge: Knowledge
  readonly createId: () => string
  /** A scan in the background has nobody to throw to. */
  readonly onError: (error: unknown) => void
  /** Told whenever the running scan came further, and when it ended. */
  readonly onScan?: (scan: RunningScan | null) => void
  /** Told what the owner should know of the stored data. */
  readonly tell?: (sentence: string) => void
}

/** Runs at most one scan at a time inside a server. */
export function createScanRunner({ knowledge, createId, onError, onScan, tell }: ScanRunnerOptions): ScanRunner {
  let current: {
    record: ScanRecord
    steps: Partial<Record<Source, Progress>>
    abort: AbortController
    done: Promise<void>
  } | null = null
  let starting: Promise<ScanRecord> | null = null

  async function begin({ store, connectors, clock }: ScanPlace): Promise<ScanRecord> {
    const abort = new AbortController()
    const steps: Partial<Record<Source, Progress>> = {}
    const progress = (source: Source, step: Progress): void => {
      steps[source] = step
      onScan?.(running())
    }
    const context = { store, knowledge, clock, createId, signal: abort.signal, progress, ...(tell && { tell }) }
    const begun = Promise.withResolvers<ScanRecord>()
    const scan = async (): Promise<void> => {
      const record = await beginScan(context)
      begun.resolve(record)
      await finishScan(record, connectors, context)
    }
    const done = store
      .exclusively('scan', scan, { wait: false })
      .catch((error: unknown) => {
        // Whoever asked for the scan is told; once it runs, nobody is there to be told.
        begun.reject(error)
        if (current !== null && !abort.signal.aborted) onError(error)
      })
      .finally(() => {
        current = null
        onScan?.(null)
      })
    const record = await begun.promise
    current = { record, steps, abort, done }
    onScan?.(running())
    return record
  }

  function running(): RunningScan | null {
    if (current === null) return null
    return { id: current.record.id, startedAt: current.record.startedAt, steps: { ...current.steps } }
  }

  return {
    async start(where) {
      if (current !== null) return current.record
      starting ??= begin(where).finally(() => {
        starting = null
      })
      return starting
    },
    running,
    async stop() {
      await starting?.catch(() => undefined)
      current?.abort.abort(new DOMException('the server is stopping', 'AbortError'))
      await current?.done
    },
  }
}
