import type { Source } from './observation.ts'

/** An input record that could not be read. It is listed, never dropped and never thrown. */
export type Rejected = {
  readonly kind: 'rejected'
  readonly source: Source
  /** Where: an e-mail, a page, a file line. */
  readonly subject: string
  readonly reason: string
  /** Beginnings of the keys of the observations that the record would have been; absent when it may be any. */
  readonly keyPrefixes?: readonly string[]
}

/** Something a read should have covered and did not. Denied is not empty, partial is not complete. */
export type Gap = {
  readonly kind: 'gap'
  readonly source: Source
  /** What was missed: `tokens of ana@acme.example`, `appRoleAssignedTo of Slack`, `users`. */
  readonly subject: string
  /** `denied`: no permission, or the provider refused; `gone`: not there any more, which by itself hides nothing. */
  readonly code: 'denied' | 'throttled' | 'unavailable' | 'malformed' | 'gone' | 'unsupported'
  /** A sentence for IT: who, what, what to do. */
  readonly reason: string
  /**
   * Beginnings of the keys of the observations that were not re-read; absent when it may be any of the source's, empty
   * when it is none.
   */
  readonly keyPrefixes?: readonly string[]
}

export const READ_STATUSES = ['complete', 'partial', 'failed'] as const
export type ReadStatus = (typeof READ_STATUSES)[number]

/** True for a gap behind which an observation may be: neither gone nor, by its empty `keyPrefixes`, beside all of them. */
export function hidesFacts({ code, keyPrefixes }: Gap): boolean {
  return code !== 'gone' && keyPrefixes?.length !== 0
}

/** The outcome of reading one source: `failed` when nothing could be read, `partial` when something was missed. */
export function readStatus(observations: number, gaps: readonly Gap[]): ReadStatus {
  const missed = gaps.filter(hidesFacts)
  if (missed.length === 0) return 'complete'
  return observations === 0 ? 'failed' : 'partial'
}
