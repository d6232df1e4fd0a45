import type { Store } from '#core/store.ts'
import { detectCompany } from './detect.ts'
import type { Knowledge } from './knowledge.ts'
import type { Queue } from './queue.ts'
import type { ScanRunner } from './scan-runner.ts'

export type RedetectContext = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly clock: () => Date
  readonly scans: Pick<ScanRunner, 'running'>
  readonly queue: Queue
}

/**
 * Works apps and findings out anew after a person's decision. While a scan runs there is nothing to do: it detects at its
 * end, from what is stored then, and nobody should wait for it.
 */
export async function redetect({ scans, queue, ...context }: RedetectContext): Promise<void> {
  if (scans.running() !== null) return
  await queue.run(() => detectCompany(context))
}
