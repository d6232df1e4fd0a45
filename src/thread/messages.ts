import type { InventoryEntry } from '#core/inventory.ts'
import type { ScanRecord } from '#core/store.ts'
import type { DetectionCounts } from '#jobs/detect.ts'
import type { KeptFiles } from '#jobs/import-files.ts'
import type { InventoryChange } from '#jobs/import-inventory.ts'
import type { ImportRequest } from '#jobs/jobs.ts'
import type { RunningScan } from '#jobs/scan-runner.ts'
import type { Config } from '#src/config.ts'
import type { Trouble } from './trouble.ts'

// What the thread of the pages and the thread of the jobs say to each other: plain data, as it is cloned on the way.

/** The company's own data, or the sample company's. */
export const PLACES = ['own', 'sample'] as const
export type Place = (typeof PLACES)[number]

/** What the thread of the jobs is started with. */
export type ThreadSettings = {
  readonly config: Config
  /** Milliseconds since 1970 at which the sample company's clock began to run; both threads must read the same time. */
  readonly sampleStartedAt: number
}

export type Request =
  | { readonly job: 'detect'; readonly place: Place }
  | { readonly job: 'import'; readonly place: Place; readonly request: ImportRequest }
  | { readonly job: 'inventory'; readonly place: Place; readonly entries: readonly InventoryEntry[] }
  | { readonly job: 'scan'; readonly place: Place }
  | { readonly job: 'load-sample' }
  | { readonly job: 'stop' }

export type Outcome =
  | { readonly job: 'detect'; readonly counts: DetectionCounts }
  | { readonly job: 'import'; readonly kept: KeptFiles }
  | { readonly job: 'inventory'; readonly change: InventoryChange }
  | { readonly job: 'scan'; readonly record: ScanRecord | null }
  | { readonly job: 'load-sample' }
  | { readonly job: 'stop' }

export type Asked = { readonly call: number; readonly request: Request }

export type Told =
  | { readonly tell: 'outcome'; readonly call: number; readonly outcome: Outcome }
  | { readonly tell: 'refusal'; readonly call: number; readonly trouble: Trouble }
  | { readonly tell: 'scanning'; readonly place: Place; readonly scan: RunningScan | null }
  /** Something went wrong that nobody waits for. */
  | { readonly tell: 'trouble'; readonly trouble: Trouble }
