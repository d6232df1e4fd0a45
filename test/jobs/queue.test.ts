import { expect, test } from 'vitest'
import { createQueue } from '#jobs/queue.ts'

test('jobs run one after the other, in the order they came', async () => {
  const queue = createQueue()
  const said: string[] = []
  const job = (name: string, ms: number) => async (): Promise<string> => {
    said.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, ms))
    said.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([queue.run(job('a', 20)), queue.run(job('b', 0)), queue.run(job('c', 5))])).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('a job that fails tells its own caller and stops nobody else', async () => {
  const queue = createQueue()
  const failed = queue.run(async () => {
    throw new Error('no')
  })
  const next = queue.run(async () => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('done')
  await queue.idle()
})
