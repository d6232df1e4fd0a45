import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { JobsEnded } from '#jobs/jobs.ts'
import type { Jobs } from '#jobs/jobs.ts'
import type { RunningScan } from '#jobs/scan-runner.ts'
import type { Asked, Outcome, Place, Request, ThreadSettings, Told } from './messages.ts'
import { toError } from './trouble.ts'

// A scan ends after what it is reading now, a detection only when it is done: who stops a server does not wait for long.
const GRACE_MS = 4_000
const ENTRY = new URL('./main.ts', import.meta.url)

export type JobThreadOptions = {
  readonly settings: ThreadSettings
  /** Told of what went wrong when nobody waited for it. */
  readonly onError: (error: unknown) => void
  readonly entry?: URL
  readonly graceMs?: number
}

/** The one thread in which a server carries out its long jobs, so that its pages never wait for them. */
export interface JobThread extends AsyncDisposable {
  jobs(place: Place): Jobs
  /** Reads the sample company into its own store. */
  loadSample(): Promise<void>
  /** Ends what goes on, within seconds, and then the thread; from then on every job throws `JobsEnded`. */
  stop(): Promise<void>
}

/** Starts the thread at once, so that the first job finds it ready. One that breaks is told, and started anew by the next job. */
export function startJobThread(options: JobThreadOptions): JobThread {
  return new WorkerThread(options)
}

type Answered<J extends Request['job']> = Extract<Outcome, { job: J }>

class WorkerThread implements JobThread {
  readonly #options: JobThreadOptions
  readonly #waiting = new Map<number, PromiseWithResolvers<Outcome>>()
  readonly #scanning = new Map<Place, RunningScan | null>()
  #worker: Worker | null
  #calls = 0
  #stopping: Promise<void> | null = null

  constructor(options: JobThreadOptions) {
    this.#options = options
    this.#worker = this.#start()
  }

  jobs(place: Place): Jobs {
    return {
      detect: async () => outcomeOf('detect', await this.#ask({ job: 'detect', place })).counts,
      importFiles: async (request) => outcomeOf('import', await this.#ask({ job: 'import', place, request })).kept,
      importInventory: async (entries) =>
        outcomeOf('inventory', await this.#ask({ job: 'inventory', place, entries })).change,
      startScan: async () => outcomeOf('scan', await this.#ask({ job: 'scan', place })).record,
      scanning: () => this.#scanning.get(place) ?? null,
      stop: () => this.stop(),
    }
  }

  async loadSample(): Promise<void> {
    await this.#ask({ job: 'load-sample' })
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#end()
    return this.#stopping
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    const ended = this.#send(worker, { job: 'stop' }).catch(() => undefined)
    const patience = new AbortController()
    const { graceMs = GRACE_MS } = this.#options
    await Promise.race([ended, sleep(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)])
    patience.abort()
    await worker.terminate()
  }

  async #ask(request: Request): Promise<Outcome> {
    if (this.#stopping !== null) {
      throw new JobsEnded('Daylight is stopping; start it again, then try again', { stopping: true })
    }
    this.#worker ??= this.#start()
    return this.#send(this.#worker, request)
  }

  #send(worker: Worker, request: Request): Promise<Outcome> {
    const call = (this.#calls += 1)
    const waiting = Promise.withResolvers<Outcome>()
    this.#waiting.set(call, waiting)
    const asked: Asked = { call, request }
    worker.postMessage(asked, [])
    return waiting.promise
  }

  #start(): Worker {
    const { settings, entry = ENTRY } = this.#options
    const worker = new Worker(entry, { workerData: settings })
    let cause: unknown = null
    worker.on('message', (told: Told) => this.#take(told))
    worker.on('error', (error) => (cause = error))
    worker.once('exit', () => this.#ended(worker, cause))
    return worker
  }

  #take(told: Told): void {
    switch (told.tell) {
      case 'outcome':
        this.#waiting.get(told.call)?.resolve(told.outcome)
        this.#waiting.delete(told.call)
        return
      case 'refusal':
        this.#waiting.get(told.call)?.reject(toError(told.trouble))
        this.#waiting.delete(told.call)
        return
      case 'scanning':
        this.#scanning.set(told.place, told.scan)
        return
      case 'trouble':
        this.#options.onError(toError(told.trouble))
        return
      default:
        return told satisfies never
    }
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker === worker) this.#worker = null
    this.#scanning.clear()
    const stopping = this.#stopping !== null
    const why = stopping
      ? 'Daylight is stopping'
      : 'what scans, imports and works out findings broke, and starts anew with the next job'
    const error = new JobsEnded(`${why}; what was confirmed is stored, so try again`, { stopping, cause })
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
    if (!stopping) this.#options.onError(error)
  }
}

function outcomeOf<J extends Request['job']>(job: J, outcome: Outcome): Answered<J> {
  if (isOf(job, outcome)) return outcome
  throw new Error(`the thread of the jobs answered ${outcome.job} to ${job}`)
}

function isOf<J extends Request['job']>(job: J, outcome: Outcome): outcome is Answered<J> {
  return outcome.job === job
}
