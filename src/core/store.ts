import type { App, AppEvidence, AppUsers, Totals } from './app.ts'
import type { StatementAccount, UnrecognisedCharge } from './charge.ts'
import type { Gap, ReadStatus, Rejected } from './coverage.ts'
import type { Finding } from './finding.ts'
import type { GalleryEntry } from './gallery.ts'
import type { InventoryEntry } from './inventory.ts'
import type { Judgement } from './judgement.ts'
import type { Observation, Source } from './observation.ts'
import type { Person } from './person.ts'
import type { ToolRequest } from './request.ts'

export type SourceRun = {
  readonly source: Source
  readonly status: ReadStatus
  readonly gaps: readonly Gap[]
  readonly observations: number
  readonly rejected: number
  readonly requests: number
  readonly retries: number
  readonly waitedSeconds: number
}

/** One run over the configured sources. */
export type ScanRecord = {
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly status: 'running' | ReadStatus
  readonly sources: readonly SourceRun[]
  readonly apps: number
  readonly findings: { readonly opened: number; readonly open: number; readonly resolved: number }
}

/** One uploaded file that was stored. */
export type ImportRecord = {
  readonly id: string
  readonly file: string
  /** SHA-256 of the bytes: the same file again changes nothing. */
  readonly hash: string
  readonly as: 'statement' | 'app-list'
  readonly account: string | null
  readonly importedAt: string
  readonly rows: number
  readonly added: number
  readonly seen: number
  readonly rejected: readonly Rejected[]
  readonly segment: string | null
}

/** What is currently known of a source: the segment that holds its facts, and how well it was read. */
export type SourceState = {
  readonly source: Source
  readonly status: ReadStatus
  readonly readAt: string
  readonly completeAt: string | null
  readonly gaps: readonly Gap[]
  readonly rejected: readonly Rejected[]
  readonly segments: readonly string[]
  /** The provider's gallery of apps, where it has one and it was asked for. */
  readonly gallery?: GalleryState
}

/** The gallery of a source as it was last read whole. */
export type GalleryState = {
  /** Null where the provider offers none, or an empty one. */
  readonly segment: string | null
  /** ISO time of that read. */
  readonly readAt: string
}

/** One of the segments that sorted records are cut into, so that one of them is found without reading all. */
export type Part = {
  /** The least key in it; no key of the parts before it is as great. */
  readonly first: string
  readonly segment: string
}

/** Facts about the whole company that detection left behind, for the pages; one document, id `company`. */
export type CompanyState = {
  readonly detectedAt: string
  readonly people: number
  /** The charges that nobody could attribute, counted; one by one they are in `unrecognisedParts`. */
  readonly unrecognised: { readonly texts: number; readonly charges: number; readonly spendMinor: Totals }
  readonly statements: readonly StatementAccount[]
  /** The segments of this detection. */
  readonly peopleSegment: string
  /** Who uses which app; null in a store of before such segments, until its next detection. */
  readonly usersSegment: string | null
  /** The evidence, by id of the app. */
  readonly evidenceParts: readonly Part[]
  /** The charges that nobody could attribute, by id. */
  readonly unrecognisedParts: readonly Part[]
  /** Findings that are no documents, as they are many and ask nothing of anybody, by id. A document of the same id outranks one. */
  readonly quietFindings: readonly Part[]
}

/** The small, mutable documents: decisions and aggregates. */
export type Documents = {
  readonly inventory: InventoryEntry
  readonly judgements: Judgement
  readonly requests: ToolRequest
  readonly scans: ScanRecord
  readonly imports: ImportRecord
  readonly sources: SourceState
  readonly findings: Finding
  readonly apps: App
  readonly company: CompanyState
}
export type Collection = keyof Documents
export const COLLECTIONS = [
  'inventory',
  'judgements',
  'requests',
  'scans',
  'imports',
  'sources',
  'findings',
  'apps',
  'company',
] as const satisfies readonly Collection[]

/** A document as stored. `version` starts at 1 and grows by one with each put, whatever the value; it is the ETag. */
export type Stored<T> = { readonly id: string; readonly version: number; readonly value: T }

/** The immutable bulk records. A segment holds one kind. */
export type SegmentRecords = {
  readonly observations: Observation
  readonly people: Person
  readonly evidence: AppEvidence
  readonly users: AppUsers
  readonly unrecognised: UnrecognisedCharge
  readonly findings: Finding
  readonly gallery: GalleryEntry
}
export type SegmentKind = keyof SegmentRecords

/**
 * A written segment: counted and hashed (SHA-256 of the uncompressed NDJSON). Its id follows from kind and content, so
 * the same records written again are the same segment.
 */
export type Segment = {
  readonly id: string
  readonly kind: SegmentKind
  readonly records: number
  readonly hash: string
}

export type Change = {
  [C in Collection]:
    | {
        readonly put: C
        readonly id: string
        readonly value: Documents[C]
        /** Refuse the whole commit unless the stored version is this; 0 says "must not exist yet". */
        readonly ifVersion?: number
      }
    | { readonly delete: C; readonly id: string; readonly ifVersion?: number }
}[Collection]

/**
 * Reading takes no lock and creates nothing. Each call sees one commit whole. What it returns may be frozen, and
 * changing it would not change the store.
 */
export interface StoreReader {
  get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null>
  /** All documents of a collection, ordered by id (code-unit order). */
  list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]>
  /**
   * Streams a segment's records in the order written. Throws `StoreError('damaged')` when the segment is missing, of
   * another kind, or when at its end count or hash differ: until the last record is out, nothing is proved.
   */
  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]>
}

/** Work of which only one may be going on in a store, in whatever process: the second waits for the first. */
export const WORKS = ['scan', 'import', 'detection', 'request'] as const
export type Work = (typeof WORKS)[number]

/** The one writer of a store. Opened with `await using`; closing gives the folder free. */
export interface Store extends StoreReader, AsyncDisposable {
  /**
   * Applies all changes or none, in order, durably: when the promise resolves they are on disk, and until then this
   * process does not read them. Throws `StoreError`: `conflict` when an `ifVersion` does not hold (it is compared after the changes
   * before it), `full`, `read-only`; the old state then stays, and a later commit may succeed. Values must be plain
   * JSON; properties that are undefined are left out.
   */
  commit(changes: readonly Change[]): Promise<void>
  /**
   * Writes an immutable segment, durable before it is returned; refer to it in a later commit. An error of `records`
   * comes out as it is and leaves nothing behind.
   */
  write<K extends SegmentKind>(
    kind: K,
    records: AsyncIterable<SegmentRecords[K]> | Iterable<SegmentRecords[K]>,
  ): Promise<Segment>
  /**
   * Removes the segments that are not in `referenced`, all ids that documents refer to. Those that this store has
   * written since it was opened stay until they were once in it, as the commit that refers to them may be on its way.
   * Look for the references and call this in one turn of `exclusively('detection')`: ids that were looked up before
   * those of another collection would take what that one has seen referenced.
   */
  collect(referenced: ReadonlySet<string>): Promise<void>
  /**
   * Does work while nobody else does work of that kind, in this process or another; waits for its turn first, or throws
   * `StoreError('busy')` when it must not wait. Kinds do not wait for each other.
   */
  exclusively<T>(work: Work, job: () => Promise<T>, how?: { readonly wait: boolean }): Promise<T>
}

/**
 * `locked`: another process writes here (exit 75); `busy`: another one does this work now (exit 75); `full`: no space
 * (exit 77); `damaged`, `newer`: cannot be read.
 */
export class StoreError extends Error {
  readonly code: 'locked' | 'busy' | 'conflict' | 'full' | 'read-only' | 'damaged' | 'newer'

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
