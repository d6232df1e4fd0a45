import { expect, test } from 'vitest'
import { readConfig } from '#src/config.ts'
import { startJobThread } from '#src/thread/job-thread.ts'
import type { JobThread } from '#src/thread/job-thread.ts'

const IMPORT = { files: [], as: null, settings: { account: null, currency: null, mapping: null } }

function start(onError: (error: unknown) => void): JobThread {
  const config = readConfig({}, () => '')
  const entry = new URL('./children/breaks.ts', import.meta.url)
  return startJobThread({ settings: { config, sampleStartedAt: 0 }, onError, entry, graceMs: 10 })
}

test('a thread that breaks is told to all who wait and to the owner, and the next job finds a new one', async () => {
  const errors: unknown[] = []
  await using thread = start((error) => errors.push(error))
  const jobs = thread.jobs('own')
  const broken = expect.objectContaining({
    name: 'JobsEnded',
    stopping: false,
    message: expect.stringContaining('broke'),
  })
  const asked = await Promise.allSettled([jobs.detect(), jobs.detect()])
  expect(asked).toEqual([
    { status: 'rejected', reason: broken },
    { status: 'rejected', reason: broken },
  ])
  expect(errors).toEqual([broken])
  expect(errors[0]).toMatchObject({ cause: { message: 'out of its depth' } })
  expect(await jobs.startScan()).toBeNull()
})

test('a thread that does not come back is ended all the same, and takes no job any more', async () => {
  const errors: unknown[] = []
  const thread = start((error) => errors.push(error))
  const jobs = thread.jobs('own')
  expect(await jobs.startScan()).toBeNull()
  const ended = await Promise.allSettled([jobs.importFiles(IMPORT), thread.stop()])
  expect(ended).toMatchObject([
    { status: 'rejected', reason: { name: 'JobsEnded', stopping: true } },
    { status: 'fulfilled' },
  ])
  await expect(jobs.startScan()).rejects.toMatchObject({ name: 'JobsEnded', stopping: true })
  expect(errors).toEqual([])
})
