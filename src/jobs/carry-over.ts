import type { Observation } from '#core/observation.ts'
import type { ConsentLog } from '#core/reconcile/consent-log.ts'
import type { UnreadKeys } from './unread-keys.ts'

export type CarryOver = {
  /** Keys that the new read saw. */
  readonly seen: ReadonlySet<string>
  readonly unread: Pick<UnreadKeys, 'covers'>
  /** What the new read says of consents given and taken back. */
  readonly consents: Pick<ConsentLog, 'isRevoked'>
  /** Grants that stand until the new read says that they were taken back. */
  readonly forgotten: Pick<UnreadKeys, 'covers'>
  /** Source ids of people whom the new read names by nothing else. */
  readonly standIns: ReadonlySet<string>
  /** ISO times of the previous and of this read. */
  readonly previousReadAt: string
  readonly readAt: string
}

/**
 * Decides about the facts of the previous read that the new one did not see. What the new read did not reach stays,
 * marked "not re-checked since"; what it should have seen is missing once and gone the second time. An audit log
 * forgets by itself: its old events are neither, and what was worked out from them stands until it is revoked. A person who has left stays for as long as something still names that
 * person by id, so that everybody can tell who it was.
 */
export async function* carryOver(previous: AsyncIterable<Observation>, carry: CarryOver): AsyncIterable<Observation> {
  for await (const observation of previous) {
    if (carry.seen.has(observation.key)) continue
    const unseen = { ...observation, notRecheckedSince: observation.notRecheckedSince ?? carry.previousReadAt }
    if (unseen.kind === 'grant' && carry.forgotten.covers(unseen.key)) {
      if (!carry.consents.isRevoked(unseen)) yield unseen
      continue
    }
    if (carry.unread.covers(observation.key)) {
      yield unseen
      continue
    }
    if (observation.kind === 'sign-in') continue
    if (observation.missingSince === undefined) yield { ...observation, missingSince: carry.readAt }
    else if (isStillNamed(observation, carry)) yield observation
  }
}

function isStillNamed(observation: Observation, { standIns }: CarryOver): boolean {
  return observation.kind === 'person' && standIns.has(observation.sourceId ?? '')
}
