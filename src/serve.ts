import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { FileReader } from '#core/file-reader.ts'
import { storageWarnings } from '#core/storage.ts'
import { StoreError } from '#core/store.ts'
import { mayBeBehind } from '#jobs/catch-up.ts'
import { JobsEnded } from '#jobs/jobs.ts'
import type { Workspace } from '#src/api/backend.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { createApp } from './app.ts'
import { CommandError, EXIT } from './cli/exit.ts'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'
import { startSchedule } from './schedule.ts'
import { measureStorage } from './store/storage.ts'
import { openWorkspaces } from './workspace.ts'

export type ServeOptions = {
  readonly config: Config
  readonly knowledge: Knowledge
  readonly readers: () => Promise<readonly FileReader[]>
  readonly createId: () => string
  readonly signal: AbortSignal
  readonly sample: boolean
  /** Talk for the person who started it. */
  readonly say: (line: string) => void
}

/** Serves API and pages until the signal is aborted; then takes no more, ends what runs, and gives the data free. */
export async function serve(options: ServeOptions): Promise<void> {
  const { config, knowledge, readers, createId, say, signal } = options
  const onError = (error: unknown): void => say(`serve: ${describe(error)}`)
  await using workspaces = await openWorkspaces({ ...options, onError })
  const uploads = join(config.dataFolder, 'uploads')
  await rm(uploads, { recursive: true, force: true })
  const app = createApp(
    {
      currency: config.currency,
      knowledge,
      readers,
      workspace: workspaces.current,
      ownWorkspace: workspaces.own,
      createId,
      storage: () => measureStorage(config.dataFolder),
      uploadFolder: async () => {
        await mkdir(uploads, { recursive: true, mode: 0o700 })
        return uploads
      },
    },
    {
      host: config.host,
      baseUrl: config.baseUrl,
      onBug: (error) => say(describe(error)),
    },
  )
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenProblem(cause, config)))
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const { sample } = await workspaces.current()
  if (sample) say('This is sample data of a made-up company. Import a statement or configure a source to see your own.')
  say(`Daylight is at ${config.baseUrl ?? urlOf(config.host, address)}`)
  await catchUp(await workspaces.current(), onError)
  const storage = await measureStorage(config.dataFolder)
  for (const warning of storage === null ? [] : storageWarnings(storage)) say(`Attention: ${warning}`)
  const runNightly = async (): Promise<void> => {
    const { jobs } = await workspaces.current()
    const record = await jobs.startScan()
    if (record === null)
      say('The scheduled scan has nothing to read: no source is configured (connectors/*/README.md).')
  }
  using schedule = startSchedule(config.schedule, runNightly, onError)
  if (schedule.next !== null) say(`The next scan is at ${schedule.next}.`)
  await new Promise<void>((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  )
  await Promise.all([closeServer(server), workspaces.stopJobs()])
}

/** Works out what an earlier server did not come to; the pages say so, and nobody waits. */
async function catchUp({ sample, store, jobs }: Workspace, onError: (error: unknown) => void): Promise<void> {
  if (!sample && (await mayBeBehind(store))) jobs.workOut().catch(onError)
}

/** What the owner of a server reads of an error: words where they are meant for people, and the place of our own mistakes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOurs = !(error instanceof StoreError || error instanceof ConfigError || error instanceof JobsEnded)
  if (isOurs) return error.stack ?? error.message
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

// Who sends half a request and stops must not keep the process: containers are killed after ten seconds.
const GRACE_MS = 4_000

async function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cut)
}

function listenProblem(cause: NodeJS.ErrnoException, { host, port }: Config): Error {
  const next = 'set DAYLIGHT_PORT or DAYLIGHT_HOST to another one'
  if (cause.code === 'EADDRINUSE') return new CommandError(EXIT.failed, `port ${port} is in use; ${next}`, { cause })
  return new CommandError(EXIT.failed, `cannot listen on ${host} port ${port} (${cause.message}); ${next}`, { cause })
}

function urlOf(host: string, address: string | AddressInfo | null): string {
  const port = address !== null && typeof address === 'object' ? address.port : ''
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
