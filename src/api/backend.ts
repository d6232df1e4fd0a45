import type { FileReader } from '#core/file-reader.ts'
import type { Storage } from '#core/storage.ts'
import type { Store } from '#core/store.ts'
import type { JobRunner } from '#jobs/job-runner.ts'
import type { Knowledge } from '#jobs/knowledge.ts'

/** The data that is served now: the company's own, or the sample company's with its own clock. */
export type Workspace = {
  readonly store: Store
  readonly sample: boolean
  readonly clock: () => Date
  readonly jobs: JobRunner
}

/** All that API and pages may use; the composition root builds it. */
export type Backend = {
  /** ISO 4217 code that totals are shown in first; null when not set. */
  readonly currency: string | null
  readonly knowledge: Knowledge
  readonly readers: () => Promise<readonly FileReader[]>
  /** Follows the data: from the sample to the company's own as soon as there is some. */
  readonly workspace: () => Promise<Workspace>
  /** The company's own data, created if need be; the sample is switched off by it. */
  readonly ownWorkspace: () => Promise<Workspace>
  readonly createId: () => string
  /** How much the company's own data are, and whether they can be written to; null where there are none. */
  readonly storage: () => Promise<Storage | null>
  /** A folder for uploads under way; emptied at start. */
  readonly uploadFolder: () => Promise<string>
}
