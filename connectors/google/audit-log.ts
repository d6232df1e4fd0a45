import type { Rejected } from '#core/coverage.ts'
import type { SignInObservation } from '#core/observation.ts'
import type { ActivityQuery, GoogleClient } from './client.ts'
import type { Failure } from './failure.ts'
import { pagesOf } from './paging.ts'
import { mentionsEvent, parseActivity } from './wire.ts'
import type { Activity, Parsed } from './wire.ts'

export type AuditLog = {
  /** What the log is called in messages. */
  readonly step: string
  readonly application: ActivityQuery['application']
  readonly eventName: string
  /** What the keys of the observations begin with that a record may be. */
  readonly keyPrefixes: readonly string[]
  readonly convert: (activity: Activity) => readonly Parsed<SignInObservation>[]
  /** Told after each page how many records it had. */
  readonly onPage: (records: number) => void
}

// The most that the Reports API gives at once.
const PAGE_SIZE = 1000
// The logs go back 180 days, and an older start may be refused; the two hours allow for a clock that is off.
const REACH_MS = (180 * 24 - 2) * 3_600_000

/** All events of one name in one log, newest first as Google sends them; ends with a `Failure` where it breaks off. */
export async function* readLog(
  client: GoogleClient,
  now: Date,
  log: AuditLog,
): AsyncGenerator<SignInObservation | Rejected | Failure, void> {
  const { step, application, eventName } = log
  const startTime = new Date(now.getTime() - REACH_MS).toISOString()
  const list = (pageToken: string | null) =>
    client.activities({ application, eventName, startTime }, PAGE_SIZE, pageToken)
  for await (const page of pagesOf(list)) {
    if (page.kind === 'failed') {
      yield page
      return
    }
    for (const [index, item] of page.items.entries()) {
      yield* eventsOf(log, item, `${step} (${eventName}), page ${page.number}, item ${index + 1}`)
    }
    log.onPage(page.items.length)
  }
}

function* eventsOf(log: AuditLog, item: unknown, subject: string): Generator<SignInObservation | Rejected> {
  if (!mentionsEvent(item, log.eventName)) return
  const activity = parseActivity(item)
  for (const event of activity.ok ? log.convert(activity.value) : [activity]) {
    if (event.ok) yield event.value
    else yield { kind: 'rejected', source: 'google', subject, reason: event.reason, keyPrefixes: log.keyPrefixes }
  }
}
