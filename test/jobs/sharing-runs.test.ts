import { expect, test } from 'vitest'
import { sharingRuns } from '#jobs/sharing-runs.ts'

test('who asks during a run shares the one after it, which begins when that has ended', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let runs = 0
  const ask = sharingRuns(async () => {
    const run = runs
    runs += 1
    await gates[run]?.promise
    return run
  })
  const asked = [ask(), ask(), ask()]
  await Promise.resolve()
  expect(runs).toBe(1)
  gates[0]?.resolve()
  expect(await asked[0]).toBe(0)
  gates[1]?.resolve()
  expect(await Promise.all(asked)).toEqual([0, 1, 1])
  expect(await ask()).toBe(2)
})

test('a run that fails fails for those who asked for it, and the next one runs', async () => {
  let runs = 0
  const ask = sharingRuns(async () => {
    runs += 1
    if (runs === 1) throw new Error('the disk is full')
    return runs
  })
  const [first, second] = await Promise.allSettled([ask(), ask()])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'the disk is full' } })
  expect(second).toEqual({ status: 'fulfilled', value: 2 })
})
