import { StoreError } from '#core/store.ts'
import { createJobRunner } from '#jobs/job-runner.ts'
import type { Workspace } from '#src/api/backend.ts'
import type { Config } from './config.ts'
import { openSampleCompany, sampleFolder } from './sample.ts'
import { openReader, openSharedWriter } from './store/open.ts'
import { startJobThread } from './thread/job-thread.ts'
import type { JobThread } from './thread/job-thread.ts'

export type WorkspaceOptions = {
  readonly config: Config
  readonly signal: AbortSignal
  /** Show the sample company while there is nothing real. */
  readonly sample: boolean
  /** Talk for the person who started the server. */
  readonly say: (line: string) => void
  /** Told of what went wrong in the background. */
  readonly onError: (error: unknown) => void
}

export type Workspaces = AsyncDisposable & {
  readonly current: () => Promise<Workspace>
  readonly own: () => Promise<Workspace>
  /** Ends the jobs that go on; those that are asked for from then on are refused. */
  readonly stopJobs: () => Promise<void>
}

/**
 * The data that a server serves: the company's own, or the sample until there is any. The server holds the folders, and
 * its jobs are carried out in a thread beside it.
 */
export async function openWorkspaces(options: WorkspaceOptions): Promise<Workspaces> {
  const { config, onError } = options
  const sampleStartedAt = Date.now()
  await using opening = new AsyncDisposableStack()
  let own: Promise<Workspace> | null = null
  let sample: Workspace | null = null
  opening.defer(async () => {
    await sample?.store[Symbol.asyncDispose]()
    await (await own?.catch(() => null))?.store[Symbol.asyncDispose]()
  })
  const thread = opening.use(startJobThread({ settings: { config, sampleStartedAt }, onError }))

  const openOwn = (): Promise<Workspace> => {
    own ??= openOwnWorkspace(options, thread).catch((cause: unknown) => {
      own = null
      throw cause
    })
    return own
  }

  const configured = config.google !== null || config.microsoft !== null
  if (options.sample && !configured && !(await hasData(config.dataFolder))) {
    sample = await openSampleWorkspace(options, thread, sampleStartedAt)
    await loadSample(thread, options.signal)
  } else await openOwn()

  const opened = opening.move()
  return {
    own: openOwn,
    stopJobs: () => thread.stop(),
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
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function hasData(dataFolder: string): Promise<boolean> {
  return (await openReader(dataFolder)) !== null
}

async function openOwnWorkspace({ config, say, onError }: WorkspaceOptions, thread: JobThread): Promise<Workspace> {
  const store = await openSharedWriter(config.dataFolder, say)
  return { store, sample: false, clock: () => new Date(), jobs: createJobRunner(thread.jobs('own'), { onError }) }
}

async function openSampleWorkspace(
  { config, say, onError }: WorkspaceOptions,
  thread: JobThread,
  startedAt: number,
): Promise<Workspace> {
  const { clock } = await openSampleCompany(startedAt)
  const store = await openSharedWriter(sampleFolder(config.dataFolder), say)
  return { store, sample: true, clock, jobs: createJobRunner(thread.jobs('sample'), { onError }) }
}

async function loadSample(thread: JobThread, signal: AbortSignal): Promise<void> {
  const stop = (): void => void thread.stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await thread.loadSample()
  } finally {
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
  }
}
