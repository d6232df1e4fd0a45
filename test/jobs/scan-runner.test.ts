import { expect, test } from 'vitest'
import type { Connector } from '#core/connector.ts'
import { createScanRunner } from '#jobs/scan-runner.ts'
import type { ScanRunner } from '#jobs/scan-runner.ts'
import { KNOWLEDGE } from '#test/support/backend.ts'
import { person } from '#test/support/observations.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const clock = (): Date => new Date('2026-03-01T02:00:00.000Z')

function createRunner(errors: unknown[] = []): ScanRunner {
  let ids = 0
  const createId = (): string => `scan-${(ids += 1)}`
  return createScanRunner({ knowledge: KNOWLEDGE, createId, onError: (error) => errors.push(error) })
}

/** A source that waits in the middle of its read until it may go on, or is told to stop. */
function slowSource(): { readonly connector: Connector; readonly goOn: () => void; readonly reads: () => number } {
  const gate = Promise.withResolvers<void>()
  let reads = 0
  return {
    goOn: () => gate.resolve(),
    reads: () => reads,
    connector: {
      source: 'google',
      async *read({ signal, progress }) {
        reads += 1
        progress({ step: 'users', done: 1, total: 2, waitingSeconds: null })
        yield person('ana@acme.example')
        signal.throwIfAborted()
        const stopped = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        })
        await Promise.race([gate.promise, stopped])
      },
      probe: async () => [],
    },
  }
}

test('who starts a scan while one runs gets that one, with its progress', async () => {
  await using opened = await openStoreFolder()
  const scans = createRunner()
  const { connector, goOn, reads } = slowSource()
  const place = { store: opened.store, connectors: [connector], clock }
  const [first, second] = await Promise.all([scans.start(place), scans.start(place)])
  const third = await scans.start(place)
  expect([first.id, second.id, third.id]).toEqual(['scan-1', 'scan-1', 'scan-1'])
  await expect
    .poll(() => scans.running()?.steps)
    .toEqual({
      google: { step: 'users', done: 1, total: 2, waitingSeconds: null },
    })
  goOn()
  await expect.poll(() => scans.running()).toBeNull()
  expect(reads()).toBe(1)
  expect((await opened.store.get('scans', 'scan-1'))?.value.status).toBe('complete')
  expect((await scans.start(place)).id).toBe('scan-2')
  await scans.stop()
})

test('a stop ends the scan in the middle, which is no error, and the next one goes on from it', async () => {
  await using opened = await openStoreFolder()
  const errors: unknown[] = []
  const scans = createRunner(errors)
  const { connector, goOn, reads } = slowSource()
  const place = { store: opened.store, connectors: [connector], clock }
  await scans.start(place)
  await expect.poll(reads).toBe(1)
  await scans.stop()
  expect({ errors, running: scans.running() }).toEqual({ errors: [], running: null })
  goOn()
  expect((await scans.start(place)).id).toBe('scan-1')
  await expect.poll(() => scans.running()).toBeNull()
  expect((await opened.store.get('scans', 'scan-1'))?.value.status).toBe('complete')
})

test('a stop also ends a scan that is just beginning', async () => {
  await using opened = await openStoreFolder()
  const scans = createRunner()
  const { connector } = slowSource()
  const starting = scans.start({ store: opened.store, connectors: [connector], clock })
  await scans.stop()
  await starting
  expect(scans.running()).toBeNull()
  expect((await opened.store.get('scans', 'scan-1'))?.value.status).toBe('running')
})

test('what goes wrong in the background is told, and the next scan may start', async () => {
  await using opened = await openStoreFolder()
  const errors: unknown[] = []
  const scans = createRunner(errors)
  const broken: Connector = {
    source: 'google',
    // oxlint-disable-next-line require-yield -- it fails before it has anything to say
    async *read() {
      throw new Error('a bug')
    },
    probe: async () => [],
  }
  await scans.start({ store: opened.store, connectors: [broken], clock })
  await expect.poll(() => scans.running()).toBeNull()
  expect(errors).toEqual([expect.objectContaining({ message: 'a bug' })])
})
