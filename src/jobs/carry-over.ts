import type { Gap } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'

export type CarryOver = {
  /** Keys that the new read saw. */
  readonly seen: ReadonlySet<string>
  readonly gaps: readonly Gap[]
  readonly rejected: number
  /** ISO times of the previous and of this read. */
  readonly previousReadAt: string
  readonly readAt: string
}

/**
 * Decides about the facts of the previous read that the new one did not see. What the new read did not reach stays,
 * marked "not re-checked since"; what it should have seen is missing once and gone the second time. An audit log
 * forgets by itself: its old events are neither.
 */
export async function* carryOver(previous: AsyncIterable<Observation>, carry: CarryOver): AsyncIterable<Observation> {
  const gaps = carry.gaps.filter((gap) => gap.code !== 'gone')
  for await (const observation of previous) {
    if (carry.seen.has(observation.key)) continue
    if (carry.rejected > 0 || gaps.some((gap) => covers(gap, observation.key))) {
      yield { ...observation, notRecheckedSince: observation.notRecheckedSince ?? carry.previousReadAt }
      continue
    }
    if (observation.kind === 'sign-in' || observation.missingSince !== undefined) continue
    yield { ...observation, missingSince: carry.readAt }
  }
}

function covers(gap: Gap, key: string): boolean {
  return gap.keyPrefixes === undefined || gap.keyPrefixes.some((prefix) => key.startsWith(prefix))
}
