import { parentPort, workerData } from 'node:worker_threads'
import type { Asked, Outcome, Place, Request, ThreadSettings, Told } from './messages.ts'
import { PLACES } from './messages.ts'
import { createPlaces } from './places.ts'
import { toTrouble } from './trouble.ts'

// Where a thread of jobs begins: `job-thread.ts` starts it, asks for jobs, and is told how they come along.

// People look at progress; more often than this they do not see it.
const SCAN_TOLD_MS = 100

const port = parentPort
if (port === null) throw new Error('this is a thread of serve; start daylight serve')
const settings: ThreadSettings = workerData
const pending = new Map<Place, NodeJS.Timeout>()
const latest = new Map<Place, Extract<Told, { tell: 'scanning' }>>()

function tell(told: Told): void {
  port?.postMessage(told)
}

function flush(place: Place): void {
  clearTimeout(pending.get(place))
  pending.delete(place)
  const told = latest.get(place)
  latest.delete(place)
  if (told !== undefined) tell(told)
}

const places = createPlaces({
  ...settings,
  onScan: (place, scan) => {
    latest.set(place, { tell: 'scanning', place, scan })
    if (!pending.has(place))
      pending.set(
        place,
        setTimeout(() => flush(place), SCAN_TOLD_MS),
      )
  },
  onError: (error) => tell({ tell: 'trouble', trouble: toTrouble(error) }),
})

async function carryOut(request: Request): Promise<Outcome> {
  switch (request.job) {
    case 'detect':
      return { job: 'detect', counts: await (await places.jobs(request.place)).detect() }
    case 'import':
      return { job: 'import', kept: await (await places.jobs(request.place)).importFiles(request.request) }
    case 'inventory':
      return { job: 'inventory', change: await (await places.jobs(request.place)).importInventory(request.entries) }
    case 'scan':
      return { job: 'scan', record: await (await places.jobs(request.place)).startScan() }
    case 'load-sample':
      await places.loadSample()
      return { job: 'load-sample' }
    case 'stop':
      await places.stop()
      return { job: 'stop' }
    default:
      return request satisfies never
  }
}

port.on('message', ({ call, request }: Asked) => {
  void carryOut(request)
    .then(
      (outcome): Told => ({ tell: 'outcome', call, outcome }),
      (error: unknown): Told => ({ tell: 'refusal', call, trouble: toTrouble(error) }),
    )
    .then((told) => {
      // Who asked for a scan looks at it next: it must be there.
      PLACES.forEach(flush)
      tell(told)
    })
})
