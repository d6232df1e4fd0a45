import { setTimeout as sleep } from 'node:timers/promises'
import type { InventoryEntry } from '#core/inventory.ts'
import type { ScanRecord } from '#core/store.ts'
import type { ImportOutcome } from './import-files.ts'
import type { InventoryChange } from './import-inventory.ts'
import { JobsEnded } from './jobs.ts'
import type { ImportRequest, Jobs } from './jobs.ts'
import type { RunningScan } from './scan-runner.ts'

// Who decides looks at the answer: what takes longer than this is looked at later, and the pages say so.
const PATIENCE_MS = 1000

/** The long jobs as API and pages ask for them: nobody waits long for what follows from something that is stored. */
export interface JobRunner {
  /**
   * Works out what follows from what was just stored. Resolves when that is done, or after about a second, when it goes on
   * in the background. Throws what goes wrong until then; later trouble is told to the owner of the server.
   */
  workOut(): Promise<void>
  /** Whether something is still being worked out, so that what the pages show may be older than the last decision. */
  workingOut(): boolean
  /** Imports files, all or none, and works out what follows, as above. One outcome a file, in order. */
  importFiles(request: ImportRequest): Promise<readonly ImportOutcome[]>
  /** Adds and changes entries of the inventory, and works out what follows, as above. */
  importInventory(entries: readonly InventoryEntry[]): Promise<InventoryChange>
  /** As `Jobs.startScan`. */
  startScan(): Promise<ScanRecord | null>
  scanning(): RunningScan | null
  stop(): Promise<void>
}

export type JobRunnerOptions = {
  /** Told of what went wrong when nobody waited for it any more. */
  readonly onError: (error: unknown) => void
  readonly patienceMs?: number
}

export function createJobRunner(jobs: Jobs, { onError, patienceMs = PATIENCE_MS }: JobRunnerOptions): JobRunner {
  let detections = 0

  async function workOut(): Promise<void> {
    let left = false
    const detected = jobs
      .detect()
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!left) throw error
        // A server that stops has said so, and its next start works out what this one did not come to.
        if (!(error instanceof JobsEnded && error.stopping)) onError(error)
      })
      .finally(() => {
        detections -= 1
      })
    detections += 1
    const done = new AbortController()
    const patience = sleep(patienceMs, undefined, { signal: done.signal }).catch(() => undefined)
    try {
      await Promise.race([detected, patience])
    } finally {
      left = true
      done.abort()
    }
  }

  return {
    workOut,
    workingOut: () => detections > 0,
    async importFiles(request) {
      const { outcomes, undetected } = await jobs.importFiles(request)
      if (undetected) await workOut()
      return outcomes
    },
    async importInventory(entries) {
      const change = await jobs.importInventory(entries)
      if (change.added + change.changed > 0) await workOut()
      return change
    },
    startScan: () => jobs.startScan(),
    scanning: () => jobs.scanning(),
    stop: () => jobs.stop(),
  }
}
