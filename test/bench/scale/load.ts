import type { Store } from '#core/store.ts'
import { detectCompany } from '#jobs/detect.ts'
import { importFiles } from '#jobs/import-files.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { runScan } from '#jobs/scan.ts'
import { fileReaders } from '#src/connectors.ts'
import type { ScaleCompany } from './company.ts'

export type Loaded = {
  readonly scanMs: number
  readonly importMs: number
  readonly detectMs: number
}

/** Reads a company into a store through the jobs that read a real one; the last detection has it all. */
export async function loadCompany(company: ScaleCompany, store: Store, knowledge: Knowledge): Promise<Loaded> {
  const clock = (): Date => new Date('2026-01-02T02:00:00.000Z')
  const context = { store, knowledge, clock, createId: () => 'scan-1', signal: new AbortController().signal }
  const progress = (): void => undefined
  const settings = { account: 'cards', currency: 'EUR', mapping: null }
  const importMs = await timed(async () => {
    const readers = await fileReaders()
    // The scan detects.
    const jobs = { ...context, readers, progress, detect: async () => undefined }
    const outcomes = await importFiles(company.statements, 'statement', settings, jobs)
    const unread = outcomes.filter(({ status }) => status !== 'imported')
    if (unread.length > 0) throw new Error(`statements do not read: ${JSON.stringify(unread.slice(0, 2))}`)
  })
  const scanMs = await timed(() => runScan(company.connectors, { ...context, progress }))
  const detectMs = await timed(() => detectCompany(context))
  return { scanMs, importMs, detectMs }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await run()
  return performance.now() - begin
}
