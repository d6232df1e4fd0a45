import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from '#provider/in-order.ts'

test('results come in the order of the items, whatever finishes first', async () => {
  const results = await Array.fromAsync(
    inOrder([30, 5, 20, 1], 4, async (ms) => {
      await wait(ms)
      return ms
    }),
  )
  expect(results).toEqual([30, 5, 20, 1])
})

test.for<[number, number, number]>([
  [1, 5, 1],
  [3, 10, 3],
  [4, 2, 2],
  [4, 0, 0],
])('with a limit of %i and %i items, %i are under way at most', async ([limit, count, most]) => {
  let running = 0
  let peak = 0
  const items = Array.from({ length: count }, (_, n) => n)
  const results = await Array.fromAsync(
    inOrder(items, limit, async (n) => {
      running += 1
      peak = Math.max(peak, running)
      await wait(2)
      running -= 1
      return n
    }),
  )
  expect([results, peak]).toEqual([items, most])
})

test('a failure is thrown in its turn, and nothing new is begun after it', async () => {
  const begun: number[] = []
  const seen: number[] = []
  const read = async () => {
    for await (const n of inOrder([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item)
      if (item > 0) throw new Error(`item ${item}`)
      return item
    })) {
      seen.push(n)
    }
  }
  await expect(read()).rejects.toThrow('item 1')
  expect([seen, begun]).toEqual([[0], [0, 1, 2]])
})
