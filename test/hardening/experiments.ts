import { faults } from './faults.ts'
import { kills } from './kills.ts'
import { power } from './power.ts'
import type { Experiment } from './outcome.ts'
import { starts } from './starts.ts'

/** All experiments, with the counts of `npm run hardening`. */
export const EXPERIMENTS: Readonly<
  Record<string, { readonly run: Experiment; readonly times: number; readonly about: string }>
> = {
  kills: { run: kills, times: 1_000, about: 'writers, servers and clients killed with SIGKILL' },
  starts: { run: starts, times: 200, about: 'two to five processes started at once on one folder' },
  faults: { run: faults, times: Infinity, about: 'each step on the disk failed in turn' },
  power: { run: power, times: 1_000, about: 'the power cut off, and what was not synced lost in part' },
}
