import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import type { AppRegistry } from './apps.ts'
import type { GraphClient } from './client.ts'
import type { Directory } from './directory.ts'
import type { Trouble } from './trouble.ts'
import type { Parsed } from './wire.ts'

export type Output = Observation | Rejected | Gap

/** What the steps of one read share: who is who, and which apps there are. */
export type Reading = {
  readonly graph: GraphClient
  readonly context: ReadContext
  readonly directory: Directory
  readonly apps: AppRegistry
}

/** `keyPrefixes`: which observations were not re-read; without them it may be any. */
export function gapOf(subject: string, { code, reason }: Trouble, keyPrefixes?: readonly string[]): Gap {
  return { kind: 'gap', source: 'microsoft', subject, code, reason, ...(keyPrefixes !== undefined && { keyPrefixes }) }
}

/** A row that is no record of its kind; `listing` says where it was found. */
export function rejectedRow(
  listing: string,
  row: Extract<Parsed<unknown>, { ok: false }>,
  keyPrefixes?: readonly string[],
): Rejected {
  return rejected(`${listing} ${row.id ?? '(without id)'}`, row.reason, keyPrefixes)
}

/** `keyPrefixes`: which observation the record would have been; without them it may be any. */
export function rejected(subject: string, reason: string, keyPrefixes?: readonly string[]): Rejected {
  return { kind: 'rejected', source: 'microsoft', subject, reason, ...(keyPrefixes !== undefined && { keyPrefixes }) }
}

export function tellProgress(context: ReadContext, step: string, done: number, total: number | null): void {
  context.progress({ step, done, total, waitingSeconds: null })
}
