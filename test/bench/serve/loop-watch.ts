import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Preloaded into a server (`node --import`): on SIGUSR2 it says on stderr for how long the thread of the pages was held up
// since the last time. `wall` counts the time in which the machine had something else to do; `cpu` only this thread's own.

const TICK_MS = 2
const nanoseconds = (value: number): number => Math.round(value / 1e5) / 10

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: TICK_MS })
  delay.enable()
  let before = process.threadCpuUsage()
  let [longest, over50] = [0, 0]
  setInterval(() => {
    const now = process.threadCpuUsage()
    const ms = (now.user + now.system - before.user - before.system) / 1000
    before = now
    longest = Math.max(longest, ms)
    if (ms > 50) over50 += 1
  }, TICK_MS).unref()
  process.on('SIGUSR2', () => {
    const wall = { max: nanoseconds(delay.max), p99: nanoseconds(delay.percentile(99)) }
    const heldUp = { wall, cpu: { max: Math.round(longest * 10) / 10, over50 } }
    process.stderr.write(`held up ${JSON.stringify(heldUp)}\n`)
    delay.reset()
    longest = 0
    over50 = 0
  })
}
