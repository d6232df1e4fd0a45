import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How long something took, and the longest stretch in which nothing else could run, in milliseconds. */
export type Stretch = { readonly ms: number; readonly blockedMs: number }

const RESOLUTION_MS = 1
const MEGA = 1_000_000

/** Runs something alone and measures it. */
export async function stretch(run: () => Promise<unknown>): Promise<Stretch> {
  globalThis.gc?.()
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  // The first tick begins the measuring.
  await new Promise((resolve) => setTimeout(resolve, 5 * RESOLUTION_MS))
  delay.reset()
  const begin = performance.now()
  await run()
  const ms = performance.now() - begin
  await new Promise((resolve) => setTimeout(resolve, 5 * RESOLUTION_MS))
  delay.disable()
  return { ms, blockedMs: Math.max(0, delay.max / MEGA - RESOLUTION_MS) }
}

/** The median of some runs, after one that is not counted: what a server that is in use needs. */
export async function warm(run: () => Promise<unknown>, times = 5): Promise<Stretch> {
  await run()
  const runs: Stretch[] = []
  for (let at = 0; at < times; at += 1) runs.push(await stretch(run))
  const sorted = runs.toSorted((a, b) => a.ms - b.ms)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (median === undefined) throw new Error('nothing was run')
  return median
}
