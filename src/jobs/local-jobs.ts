import type { Connector } from '#core/connector.ts'
import type { FileReader, InputFile } from '#core/file-reader.ts'
import type { Store } from '#core/store.ts'
import { checkFiles, unreadable } from './check-files.ts'
import { detectCompany } from './detect.ts'
import { keepFiles } from './import-files.ts'
import { importInventory } from './import-inventory.ts'
import type { FileOnDisk, Jobs } from './jobs.ts'
import type { Knowledge } from './knowledge.ts'
import { applyRetention } from './retention.ts'
import { createScanRunner } from './scan-runner.ts'
import type { RunningScan } from './scan-runner.ts'
import { sharingRuns } from './sharing-runs.ts'

export type LocalJobsOptions = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly clock: () => Date
  readonly createId: () => string
  readonly connectors: () => Promise<readonly Connector[]>
  readonly readers: () => Promise<readonly FileReader[]>
  readonly openFile: (file: FileOnDisk) => InputFile
  /** A scan in the background has nobody to throw to. */
  readonly onError: (error: unknown) => void
  /** Told whenever the running scan came further, and when it ended. */
  /** Told what the owner should know of the stored data. */
  readonly tell?: (sentence: string) => void
  readonly onScan?: (scan: RunningScan | null) => void
}

/** Carries out the jobs in this thread. */
export function createLocalJobs(options: LocalJobsOptions): Jobs {
  const { store, knowledge, clock, createId, onError, onScan, tell } = options
  const scans = createScanRunner({ knowledge, createId, onError, ...(onScan && { onScan }), ...(tell && { tell }) })
  const detect = sharingRuns(() => detectCompany({ store, knowledge, clock }))
  const underWay = new Set<Promise<unknown>>()

  async function tracked<T>(job: Promise<T>): Promise<T> {
    underWay.add(job)
    try {
      return await job
    } finally {
      underWay.delete(job)
    }
  }

  return {
    detect: () => tracked(detect()),
    async importFiles({ files, as, settings }) {
      const checked = await checkFiles(files.map(options.openFile), as, settings, await options.readers())
      const unread = unreadable(checked)
      if (unread.length > 0) return { outcomes: unread, undetected: false }
      const { retention } = knowledge.policy
      return tracked(
        keepFiles(checked, settings, { store, clock, progress: () => undefined }).then(async (kept) => {
          if (kept.undetected) await applyRetention({ store, retention, clock, ...(tell && { tell }) })
          return kept
        }),
      )
    },
    importInventory: (entries) => tracked(importInventory(entries, { store, detect: async () => undefined })),
    async startScan() {
      const connectors = await options.connectors()
      return connectors.length === 0 ? null : scans.start({ store, clock, connectors })
    },
    scanning: () => scans.running(),
    async stop() {
      await scans.stop()
      await Promise.allSettled(underWay)
    },
  }
}
