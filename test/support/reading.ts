import type { Connector, Meter, Progress, ReadContext } from '#core/connector.ts'
import type { Gap, ReadStatus, Rejected } from '#core/coverage.ts'
import { readStatus } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'

export type Reading = {
  readonly observations: readonly Observation[]
  readonly rejected: readonly Rejected[]
  readonly gaps: readonly Gap[]
  readonly status: ReadStatus
  readonly meter: Meter
  readonly progress: readonly Progress[]
}

const READ_AT = '2026-11-20T03:00:00.000Z'

export function readContext(changes: Partial<ReadContext> = {}): ReadContext {
  return {
    now: () => new Date(READ_AT),
    signal: new AbortController().signal,
    meter: { requests: 0, retries: 0, waitedSeconds: 0 },
    progress: () => {},
    ...changes,
  }
}

/** Reads a connector to its end and sorts what came by kind. */
export async function readAll(connector: Connector, changes: Partial<ReadContext> = {}): Promise<Reading> {
  const progress: Progress[] = []
  const context = readContext({ progress: (step) => progress.push(step), ...changes })
  const observations: Observation[] = []
  const rejected: Rejected[] = []
  const gaps: Gap[] = []
  for await (const item of connector.read(context)) {
    if (item.kind === 'gap') gaps.push(item)
    else if (item.kind === 'rejected') rejected.push(item)
    else observations.push(item)
  }
  return { observations, rejected, gaps, status: readStatus(observations.length, gaps), meter: context.meter, progress }
}
