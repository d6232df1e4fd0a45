import { randomUUID } from 'node:crypto'
import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'
import { createLocalJobs } from '#jobs/local-jobs.ts'
import type { Jobs } from '#jobs/jobs.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import type { RunningScan } from '#jobs/scan-runner.ts'
import { configuredConnectors, fileReaders } from '#src/connectors.ts'
import { openFile } from '#src/files.ts'
import { loadKnowledge } from '#src/knowledge.ts'
import { loadSample } from '#src/load-sample.ts'
import { openSampleCompany, sampleFolder } from '#src/sample.ts'
import { openThroughHolder } from '#src/store/open.ts'
import type { Place, ThreadSettings } from './messages.ts'

type OpenedPlace = { readonly store: Store; readonly jobs: Jobs }

export type Places = {
  readonly jobs: (place: Place) => Promise<Jobs>
  /** Reads the sample company into its own store. */
  readonly loadSample: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type PlacesOptions = ThreadSettings & {
  readonly onScan: (place: Place, scan: RunningScan | null) => void
  readonly onError: (error: unknown) => void
}

/**
 * The data folders as the thread of the jobs sees them: it reads them itself and commits through the thread of the pages,
 * which must hold a folder before a job of it is asked for. Opens and loads what a job needs when the first one does.
 */
export function createPlaces({ config, sampleStartedAt, onScan, onError }: PlacesOptions): Places {
  const stopping = new AbortController()
  const opened = new Map<Place, Promise<OpenedPlace>>()
  let knowledge: Promise<Knowledge> | null = null
  const getKnowledge = (): Promise<Knowledge> => (knowledge ??= loadKnowledge(config.dataFolder))

  async function open(place: Place): Promise<OpenedPlace> {
    const store = await openHeld(place === 'own' ? config.dataFolder : sampleFolder(config.dataFolder))
    const sample = place === 'sample' ? await openSampleCompany(sampleStartedAt) : null
    const jobs = createLocalJobs({
      store,
      knowledge: await getKnowledge(),
      clock: sample?.clock ?? ((): Date => new Date()),
      createId: randomUUID,
      connectors: sample?.connectors ?? ((): ReturnType<typeof configuredConnectors> => configuredConnectors(config)),
      readers: fileReaders,
      openFile: ({ path, name }) => openFile(path, name),
      onError,
      tell: (sentence) => void process.stderr.write(`${sentence}\n`),
      onScan: (scan) => onScan(place, scan),
    })
    return { store, jobs }
  }

  function at(place: Place): Promise<OpenedPlace> {
    const found = opened.get(place)
    if (found !== undefined) return found
    const opening = open(place)
    opened.set(place, opening)
    // What could not be opened may be the next time.
    opening.catch(() => opened.delete(place))
    return opening
  }

  return {
    jobs: async (place) => (await at(place)).jobs,
    async loadSample() {
      const [{ store }, company] = await Promise.all([at('sample'), openSampleCompany(sampleStartedAt)])
      const readers = await fileReaders()
      const { signal } = stopping
      await loadSample(company, { store, knowledge: await getKnowledge(), readers, createId: randomUUID, signal })
    },
    async stop() {
      stopping.abort(new DOMException('the server is stopping', 'AbortError'))
      const places = await Promise.allSettled(opened.values())
      await Promise.all(places.map(async (place) => place.status === 'fulfilled' && (await place.value.jobs.stop())))
    },
  }
}

async function openHeld(folder: string): Promise<Store> {
  const store = await openThroughHolder(folder)
  if (store !== null) return store
  throw new StoreError('locked', `${folder} is not open for writing at the moment; try again`)
}
