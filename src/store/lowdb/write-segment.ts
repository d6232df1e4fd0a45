import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import type { Segment, SegmentKind, SegmentRecords } from '#core/store.ts'
import type { Files } from './files.ts'
import { placeFile, writeAll } from './replace-file.ts'
import { segmentId, segmentPath, segmentsFolder } from './segment-name.ts'
import type { Footer } from './segment-name.ts'

// Large enough that stream overhead vanishes, small enough that turning it into JSON does not hold up the event loop.
const BATCH_CHARACTERS = 64 * 1024
// Twice as fast as the default for files a few percent larger.
const GZIP_LEVEL = 3
/** A longer line could not be told from a damaged file when it is read back. */
export const LONGEST_LINE = 64 * 1024 * 1024

export type Records<K extends SegmentKind> = AsyncIterable<SegmentRecords[K]> | Iterable<SegmentRecords[K]>

/**
 * Writes records as gzip-compressed NDJSON with a footer; memory does not grow with their number. An error of the
 * records' own source comes out as it is, and leaves nothing behind.
 */
export async function writeSegment<K extends SegmentKind>(
  folder: string,
  files: Files,
  kind: K,
  records: Records<K>,
  claim: (id: string) => Promise<void>,
): Promise<Segment> {
  const content = createHash('sha256')
  let count = 0

  async function* batches(): AsyncGenerator<Buffer> {
    let text = ''
    for await (const record of records) {
      text += lineOf(record, kind, count)
      count += 1
      if (text.length < BATCH_CHARACTERS) continue
      yield hashed(text)
      text = ''
    }
    if (text !== '') yield hashed(text)
  }
  function hashed(text: string): Buffer {
    const bytes = Buffer.from(text)
    content.update(bytes)
    return bytes
  }

  let hash = ''
  await placeFile(files, segmentsFolder(folder), async (file) => {
    await pipeline(batches, createGzip({ level: GZIP_LEVEL }), async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await writeAll(file, chunk)
    })
    hash = content.digest('hex')
    const footer: Footer = { segment: 1, kind, records: count, sha256: hash }
    await writeAll(file, gzipSync(`${JSON.stringify(footer)}\n`))
    const id = segmentId(kind, hash)
    await claim(id)
    return segmentPath(folder, id)
  })
  return { id: segmentId(kind, hash), kind, records: count, hash }
}

function lineOf(record: object, kind: SegmentKind, index: number): string {
  const line = `${JSON.stringify(record)}\n`
  if (line.length > LONGEST_LINE) {
    throw new RangeError(`${kind} record ${index} is ${line.length} characters long; ${LONGEST_LINE} are the limit`)
  }
  return line
}
