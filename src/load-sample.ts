import type { FileReader } from '#core/file-reader.ts'
import type { Store } from '#core/store.ts'
import { importFiles } from '#jobs/import-files.ts'
import { importInventory } from '#jobs/import-inventory.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { runScan } from '#jobs/scan.ts'
import { toEntry } from './inventory-file/entry.ts'
import { readInventoryFile } from './inventory-file/read.ts'
import type { SampleCompany } from './sample.ts'

export type LoadSampleContext = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly readers: readonly FileReader[]
  readonly createId: () => string
  readonly signal: AbortSignal
}

/** Reads the sample company into its own store, through the same connectors and jobs that read a real one. */
export async function loadSample(sample: SampleCompany, context: LoadSampleContext): Promise<void> {
  const { store, readers } = context
  const jobs = {
    store,
    readers,
    clock: sample.clock,
    progress: () => undefined,
    // The scan at the end detects; a finding before it would be news that never was.
    detect: async () => undefined,
  }
  const { entries } = await readInventoryFile(sample.inventory, { currency: sample.currency })
  await importInventory(entries.map(toEntry), jobs)
  const settings = { account: null, currency: sample.currency, mapping: null }
  const outcomes = [
    ...(await importFiles(sample.statements, 'statement', settings, jobs)),
    ...(await importFiles(sample.appLists, 'app-list', settings, jobs)),
  ]
  const unread = outcomes.filter(({ status }) => status === 'refused' || status === 'questions')
  if (unread.length > 0) throw new Error(`the sample company's files do not read: ${JSON.stringify(unread)}`)
  await runScan(await sample.connectors(), { ...context, clock: sample.clock, progress: () => undefined })
}
