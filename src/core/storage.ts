/** How much a data folder holds, and whether it can be written to. Sizes are in bytes. */
export type Storage = {
  readonly folder: string
  /** The snapshot with all documents and the journals behind it. */
  readonly documentBytes: number
  readonly segments: number
  readonly segmentBytes: number
  /** Records of all segments. */
  readonly records: number
  readonly freeBytes: number
  /** Why nothing can be written now, in a sentence; null when all is well. */
  readonly unwritable: string | null
}

// Every document is in memory and in each rewritten snapshot: at this size that takes some tenths of a second.
const COMFORTABLE_DOCUMENTS = 32_000_000
// A detection reads all records of the current sources, about a hundred thousand a second.
const COMFORTABLE_RECORDS = 3_000_000
// A snapshot, its successor and the segments of the next scan must fit in beside what is there.
const TIGHT_SPACE = 3

/** What is, or soon will be, too much for comfort: a sentence each, with figures and what to do. */
export function storageWarnings(storage: Storage): readonly string[] {
  const { folder, documentBytes, segmentBytes, records, freeBytes } = storage
  const held = documentBytes + segmentBytes
  const warnings: string[] = []
  if (documentBytes > COMFORTABLE_DOCUMENTS) {
    warnings.push(
      `the documents of ${folder} are ${megabytes(documentBytes)} (${megabytes(COMFORTABLE_DOCUMENTS)} are comfortable), so starting and saving become slow; let old scans, findings and rejected rows go with retention in policy.json`,
    )
  }
  if (records > COMFORTABLE_RECORDS) {
    warnings.push(
      `${folder} holds ${records} records (${COMFORTABLE_RECORDS} are comfortable), so each detection takes long; let old statement rows go with retention.statementMonths in policy.json`,
    )
  }
  if (freeBytes < Math.max(held * TIGHT_SPACE, 50_000_000)) {
    warnings.push(
      `only ${megabytes(freeBytes)} are free for ${folder}, which holds ${megabytes(held)}; free some before the next scan`,
    )
  }
  return warnings
}

/** `documents 4.4 MB; 12 segments with 240000 records in 31.0 MB; 5120.0 MB free`. */
export function storageWords({ documentBytes, segments, segmentBytes, records, freeBytes }: Storage): string {
  return `documents ${megabytes(documentBytes)}; ${segments} segments with ${records} records in ${megabytes(segmentBytes)}; ${megabytes(freeBytes)} free`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
