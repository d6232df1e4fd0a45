import { join } from 'node:path'
import { StoreError } from '#core/store.ts'
import type { FileReader } from '#core/file-reader.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import type { Workspace } from '#src/api/backend.ts'
import type { Config } from './config.ts'
import { configuredConnectors } from './connectors.ts'
import { loadSample } from './load-sample.ts'
import { openSampleCompany } from './sample.ts'
import { openReader, openWriter } from './store/open.ts'

export type WorkspaceOptions = {
  readonly config: Config
  readonly knowledge: Knowledge
  readonly readers: () => Promise<readonly FileReader[]>
  readonly createId: () => string
  readonly signal: AbortSignal
  /** Show the sample company while there is nothing real. */
  readonly sample: boolean
}

export type Workspaces = AsyncDisposable & {
  readonly current: () => Promise<Workspace>
  readonly own: () => Promise<Workspace>
}

/** Where the sample company lives: beside the real data, never in it. */
export function sampleFolder(dataFolder: string): string {
  return join(dataFolder, 'sample')
}

/** The data that a server serves: the company's own, or the sample until there is any. */
export async function openWorkspaces(options: WorkspaceOptions): Promise<Workspaces> {
  const { config } = options
  let own: Promise<Workspace> | null = null
  let sample: Workspace | null = null

  const openOwn = (): Promise<Workspace> => {
    own ??= openOwnWorkspace(config).catch((cause: unknown) => {
      own = null
      throw cause
    })
    return own
  }

  const configured = config.google !== null || config.microsoft !== null
  if (options.sample && !configured && !(await hasData(config.dataFolder))) sample = await openSampleWorkspace(options)
  else await openOwn()

  return {
    own: openOwn,
    async current() {
      if (own === null && sample !== null && !(await hasData(config.dataFolder))) return sample
      try {
        return await openOwn()
      } catch (cause) {
        // Another process is just importing the first real data: the sample goes on until it is done.
        if (sample !== null && cause instanceof StoreError && cause.code === 'locked') return sample
        throw cause
      }
    },
    async [Symbol.asyncDispose]() {
      await sample?.store[Symbol.asyncDispose]()
      await (await own)?.store[Symbol.asyncDispose]()
    },
  }
}

async function hasData(dataFolder: string): Promise<boolean> {
  return (await openReader(dataFolder)) !== null
}

async function openOwnWorkspace(config: Config): Promise<Workspace> {
  const store = await openWriter(config.dataFolder)
  return { store, sample: false, clock: () => new Date(), connectors: () => configuredConnectors(config) }
}

async function openSampleWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { config, knowledge, createId, signal } = options
  const company = await openSampleCompany()
  const store = await openWriter(sampleFolder(config.dataFolder))
  await loadSample(company, { store, knowledge, readers: await options.readers(), createId, signal })
  return { store, sample: true, clock: company.clock, connectors: company.connectors }
}
