import { expect, test } from 'vitest'
import { EXPERIMENTS } from './experiments.ts'

// The same as `npm run hardening`, which has the full counts.
const SHORT: Readonly<Record<string, number>> = { kills: 8, starts: 2, faults: 4, power: 12 }
const TIMEOUT_MS = 120_000

test.for(Object.entries(EXPERIMENTS).map(([name, { run }]) => ({ name, run, times: SHORT[name] ?? 1 })))(
  'a short run of $name breaks no promise of the store',
  { timeout: TIMEOUT_MS },
  async ({ run, times }) => {
    const { counted, wrong } = await run({ seed: 20_261_121, times })
    expect(wrong).toEqual([])
    expect(Math.min(...Object.values(counted).slice(0, 2))).toBeGreaterThan(0)
  },
)
