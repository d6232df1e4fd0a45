import type { Store } from '#core/store.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { createJobRunner } from '#jobs/job-runner.ts'
import { createLocalJobs } from '#jobs/local-jobs.ts'
import type { Backend } from '#src/api/backend.ts'
import { createApp } from '#src/app.ts'
import { fileReaders } from '#src/connectors.ts'
import { openFile } from '#src/files.ts'

const HEADERS = { host: '127.0.0.1:8080', accept: 'text/html' }

/** The pages over a store, asked within the process; gives how many bytes a page has. */
export function pagesOver(store: Store, knowledge: Knowledge, folder: string): (path: string) => Promise<number> {
  const clock = (): Date => new Date('2026-01-02T08:00:00.000Z')
  const createId = (): string => 'id-1'
  const onError = (error: unknown): void => {
    throw error
  }
  const local = createLocalJobs({
    store,
    knowledge,
    clock,
    createId,
    onError,
    connectors: async () => [],
    readers: fileReaders,
    openFile: ({ path, name }) => openFile(path, name),
  })
  const workspace = { store, sample: false, clock, jobs: createJobRunner(local, { onError }) }
  const backend: Backend = {
    currency: 'EUR',
    knowledge,
    readers: fileReaders,
    workspace: async () => workspace,
    ownWorkspace: async () => workspace,
    createId,
    storage: async () => null,
    uploadFolder: async () => folder,
  }
  const app = createApp(backend, { host: '127.0.0.1', baseUrl: null, onBug: onError })
  return async (path) => {
    const response = await app.request(path, { headers: HEADERS })
    const page = await response.text()
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${page.slice(0, 500)}`)
    return page.length
  }
}
