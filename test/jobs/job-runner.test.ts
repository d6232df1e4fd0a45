import { expect, test } from 'vitest'
import { createJobRunner } from '#jobs/job-runner.ts'
import type { Jobs } from '#jobs/jobs.ts'

const COUNTS = { apps: 1, findings: { opened: 0, open: 0, resolved: 0 } }

/** Jobs whose detections end when they are told to. */
function heldBack(): { readonly jobs: Jobs; readonly end: PromiseWithResolvers<typeof COUNTS> } {
  const end = Promise.withResolvers<typeof COUNTS>()
  const jobs: Jobs = {
    detect: () => end.promise,
    importFiles: async () => ({ outcomes: [], undetected: true }),
    importInventory: async () => ({ added: 0, changed: 0, unchanged: 0 }),
    startScan: async () => null,
    scanning: () => null,
    stop: async () => undefined,
  }
  return { jobs, end }
}

test('nobody waits longer than patience allows, and until the end it is said that something is being worked out', async () => {
  const { jobs, end } = heldBack()
  const runner = createJobRunner(jobs, { patienceMs: 5, onError: () => undefined })
  expect(runner.workingOut()).toBe(false)
  await runner.workOut()
  expect(runner.workingOut()).toBe(true)
  expect(
    await runner.importFiles({ files: [], as: null, settings: { account: null, currency: null, mapping: null } }),
  ).toEqual([])
  end.resolve(COUNTS)
  await expect.poll(() => runner.workingOut()).toBe(false)
})

test('what is worked out at once is waited for', async () => {
  const { jobs, end } = heldBack()
  const runner = createJobRunner(jobs, { patienceMs: 600_000, onError: () => undefined })
  const worked = runner.workOut()
  expect(runner.workingOut()).toBe(true)
  end.resolve(COUNTS)
  await worked
  expect(runner.workingOut()).toBe(false)
})

test('trouble is told to who waits, and to the owner of the server when nobody does any more', async () => {
  const errors: unknown[] = []
  const [soon, late] = [heldBack(), heldBack()]
  soon.end.reject(new Error('soon'))
  const onError = (error: unknown): void => void errors.push(error)
  await expect(createJobRunner(soon.jobs, { patienceMs: 600_000, onError }).workOut()).rejects.toThrow('soon')
  await createJobRunner(late.jobs, { patienceMs: 5, onError }).workOut()
  late.end.reject(new Error('late'))
  await expect.poll(() => errors).toEqual([expect.objectContaining({ message: 'late' })])
})
