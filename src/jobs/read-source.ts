import type { Connector, Meter, Progress } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import { readStatus } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import { ConsentLog } from '#core/reconcile/consent-log.ts'
import type { SourceRun, SourceState, Store } from '#core/store.ts'
import { carryOver } from './carry-over.ts'
import { readGallery } from './read-gallery.ts'
import { createUnreadKeys } from './unread-keys.ts'

export type ReadSourceContext = {
  readonly store: Store
  readonly clock: () => Date
  readonly signal: AbortSignal
  readonly progress: (progress: Progress) => void
}

// Enough to see what is wrong; the count tells how much more there is.
const REJECTED_KEPT = 500

/** Reads one source into a segment, carrying over what the read did not reach. Commits nothing. */
export async function readSource(
  connector: Connector,
  previous: SourceState | null,
  context: ReadSourceContext,
): Promise<{ run: SourceRun; state: SourceState }> {
  const { store, clock, signal, progress } = context
  const { source } = connector
  const meter: Meter = { requests: 0, retries: 0, waitedSeconds: 0 }
  const readAt = clock().toISOString()
  const seen = new Set<string>()
  const gaps: Gap[] = []
  const rejected: Rejected[] = []
  let rejectedCount = 0
  const unread = createUnreadKeys()
  const standIns = new Set<string>()
  const consents = new ConsentLog()
  const forgotten = createUnreadKeys()
  forgotten.add(connector.forgets ?? [])

  async function* observations(): AsyncIterable<Observation> {
    for await (const item of connector.read({ now: clock, signal, meter, progress })) {
      if (item.kind === 'gap') {
        gaps.push(item)
        // Something that is not there any more hides nothing.
        if (item.code !== 'gone') unread.add(item.keyPrefixes)
      } else if (item.kind === 'rejected') {
        rejectedCount += 1
        unread.add(item.keyPrefixes)
        if (rejected.length < REJECTED_KEPT) rejected.push(item)
      } else if (!seen.has(item.key)) {
        seen.add(item.key)
        if (item.kind === 'sign-in') consents.add(item)
        if (item.kind === 'person' && !item.email.includes('@')) standIns.add(item.email)
        yield item
      }
    }
    if (previous === null) return
    // A read that brought nothing has not looked anywhere, whatever it says it missed.
    if (readStatus(seen.size, gaps) === 'failed') unread.add(undefined)
    const carry = { seen, unread, consents, forgotten, standIns, previousReadAt: previous.readAt, readAt }
    for (const segment of previous.segments) yield* carryOver(store.read('observations', segment), carry)
  }

  const segment = await store.write('observations', observations())
  const status = readStatus(seen.size, gaps)
  // A source that does not answer has no gallery to ask for.
  const gallery =
    status === 'failed'
      ? { state: previous?.gallery, gaps: [], rejected: [] }
      : await readGallery(connector, previous?.gallery, { store, now: clock, signal, meter, progress })
  gaps.push(...gallery.gaps)
  rejectedCount += gallery.rejected.length
  rejected.push(...gallery.rejected.slice(0, REJECTED_KEPT - rejected.length))
  const { requests, retries, waitedSeconds } = meter
  const counts = { observations: seen.size, rejected: rejectedCount, requests, retries, waitedSeconds }
  const run: SourceRun = { source, status, gaps, ...counts }
  const state: SourceState = {
    source,
    status,
    readAt,
    completeAt: status === 'complete' ? readAt : (previous?.completeAt ?? null),
    gaps,
    rejected,
    segments: [segment.id],
    ...(gallery.state !== undefined && { gallery: gallery.state }),
  }
  return { run, state }
}
