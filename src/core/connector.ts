import type { Gap, Rejected } from './coverage.ts'
import type { GalleryEntry } from './gallery.ts'
import type { Observation, Source } from './observation.ts'

/** Counts what a read costs at the provider; the provider client adds to it. */
export type Meter = { requests: number; retries: number; waitedSeconds: number }

/** What a read is doing now, for people who watch: `tokens`, 120 of 431, waiting 41 s. */
export type Progress = {
  readonly step: string
  readonly done: number
  readonly total: number | null
  readonly waitingSeconds: number | null
}

export type ReadContext = {
  readonly now: () => Date
  readonly signal: AbortSignal
  readonly meter: Meter
  readonly progress: (progress: Progress) => void
}

/** One permission of a source, as `doctor` reports it. */
export type Permission = {
  readonly name: string
  readonly state: 'have' | 'missing' | 'more-than-needed' | 'unknown'
  /** What it is for, or what to do about it. */
  readonly detail: string
}

/**
 * The port to a place that knows what software is used. Memory does not grow with the tenant.
 *
 * `read` never throws for what the provider does: a refused or broken part is yielded as a `Gap`, a bad record as
 * `Rejected`, and reading goes on. It throws only `AbortError` when its signal is aborted, and for our own bugs.
 */
export interface Connector {
  readonly source: Source
  /** Beginnings of the keys of grants worked out from a log that forgets: that a read has them no more says nothing. */
  readonly forgets?: readonly string[]
  read(context: ReadContext): AsyncIterable<Observation | Rejected | Gap>
  /**
   * What the provider's gallery of apps offers, where it has one: asked for now and then, not at each read. Trouble is
   * yielded as a `Gap` that hides no observation.
   */
  readGallery?(context: ReadContext): AsyncIterable<GalleryEntry | Rejected | Gap>
  probe(context: ReadContext): Promise<readonly Permission[]>
}

/** Trouble with a provider that ends a step. `denied`: 401 or 403; the message tells who, what, where, next. */
export class ConnectorError extends Error {
  readonly code: 'denied' | 'throttled' | 'unavailable' | 'malformed'

  constructor(code: ConnectorError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConnectorError'
    this.code = code
  }
}
