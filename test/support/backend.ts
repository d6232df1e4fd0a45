import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connector } from '#core/connector.ts'
import type { Gap } from '#core/coverage.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Observation, Source } from '#core/observation.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import type { Store } from '#core/store.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { createJobRunner } from '#jobs/job-runner.ts'
import { createLocalJobs } from '#jobs/local-jobs.ts'
import { runScan } from '#jobs/scan.ts'
import { RULES } from '#rules/findings/index.ts'
import { createScopeTable } from '#rules/scopes/index.ts'
import type { Backend } from '#src/api/backend.ts'
import { fileReaders } from '#src/connectors.ts'
import { openFile } from '#src/files.ts'
import { openWriter } from '#src/store/open.ts'
import { measureStorage } from '#src/store/storage.ts'
import { CATALOGUE } from './company.ts'

export type TestCompany = {
  readonly observations?: readonly Observation[]
  readonly gaps?: readonly Gap[]
  readonly inventory?: readonly InventoryEntry[]
  /** What a scan that is started later reads; else what `observations` say. */
  readonly connectors?: readonly Connector[]
  readonly knowledge?: Knowledge
  readonly currency?: string | null
  readonly sample?: boolean
  readonly now?: string
}

// However busy the machine is, what follows from a decision is there when it is answered.
const WITHOUT_HURRY_MS = 600_000

export type TestBackend = AsyncDisposable & { readonly backend: Backend; readonly store: Store }

export const KNOWLEDGE: Knowledge = {
  catalogue: CATALOGUE,
  rules: RULES,
  scopes: createScopeTable(),
  policy: DEFAULT_POLICY,
}

/**
 * A backend over a real store in a new folder, loaded through the real jobs: the inventory is put, the observations and
 * gaps are scanned, one connector a source. Without observations nothing is scanned and nothing detected. Ids count up:
 * `id-1` is the first scan.
 */
export async function openTestBackend(company: TestCompany = {}): Promise<TestBackend> {
  const { observations = [], gaps = [], inventory = [], knowledge = KNOWLEDGE, sample = false } = company
  const folder = await mkdtemp(join(tmpdir(), 'daylight-test-'))
  const store = await openWriter(join(folder, 'data'))
  const clock = (): Date => new Date(company.now ?? '2026-03-31T02:00:00.000Z')
  let ids = 0
  const createId = (): string => {
    ids += 1
    return `id-${ids}`
  }
  const onError = (error: unknown): void => {
    throw error
  }
  const connectors = company.connectors ?? connectorsFor(observations, gaps)
  const local = createLocalJobs({
    store,
    knowledge,
    clock,
    createId,
    onError,
    connectors: async () => connectors,
    readers: fileReaders,
    openFile: ({ path, name }) => openFile(path, name),
  })
  const jobs = createJobRunner(local, { onError, patienceMs: WITHOUT_HURRY_MS })
  await store.commit(inventory.map((entry) => ({ put: 'inventory', id: entry.id, value: entry })))
  if (observations.length + gaps.length > 0) {
    const { signal } = new AbortController()
    const context = { store, knowledge, clock, createId, signal, progress: () => undefined }
    await runScan(connectorsFor(observations, gaps), context)
  }
  const workspace = { store, sample, clock, jobs }
  return {
    store,
    backend: {
      currency: company.currency ?? null,
      knowledge,
      readers: fileReaders,
      workspace: async () => workspace,
      ownWorkspace: async () => workspace,
      createId,
      storage: () => measureStorage(join(folder, 'data')),
      async uploadFolder() {
        const path = join(folder, 'uploads')
        await mkdir(path, { recursive: true })
        return path
      },
    },
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function connectorsFor(observations: readonly Observation[], gaps: readonly Gap[]): Connector[] {
  const sources = new Set<Source>([...observations, ...gaps].map(({ source }) => source))
  return [...sources].toSorted().map((source) => ({
    source,
    async *read() {
      yield* observations.filter((observation) => observation.source === source)
      yield* gaps.filter((gap) => gap.source === source)
    },
    probe: async () => [],
  }))
}
