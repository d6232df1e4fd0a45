import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { StoreError } from '#core/store.ts'
import type { SegmentKind, SegmentRecords } from '#core/store.ts'
import { footerSchema, isSegmentId, segmentId, segmentPath } from './segment-name.ts'
import { damaged, systemCode, WAYS_BACK } from './trouble.ts'
import { LONGEST_LINE } from './write-segment.ts'

const CHUNK_BYTES = 64 * 1024
const REMEDY = `scan or import its source again, ${WAYS_BACK}`

/**
 * Streams a segment's records and checks at the end that they are what was written. Until the last record has come,
 * nothing is proved. Throws `StoreError('damaged')`.
 */
export async function* readSegment<K extends SegmentKind>(
  folder: string,
  kind: K,
  id: string,
): AsyncGenerator<SegmentRecords[K]> {
  const path = segmentPath(folder, id)
  if (!isSegmentId(id, kind)) throw new StoreError('damaged', `${JSON.stringify(id)} names no segment of ${kind}`)
  const content = createHash('sha256')
  let count = 0
  let footer: string | null = null
  try {
    for await (const lines of linesOf(path)) {
      if (footer !== null) lines.unshift(footer)
      footer = lines.pop() ?? null
      if (lines.length === 0) continue
      content.update(`${lines.join('\n')}\n`)
      for (const line of lines) {
        const record: SegmentRecords[K] = JSON.parse(line)
        count += 1
        yield record
      }
    }
    verify(footer, kind, count, content.digest('hex'), id)
  } catch (error) {
    throw readTrouble(error, path)
  }
}

/** The complete lines of a compressed file, those of a chunk at a time; never none. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // The error of either stream comes out of the loop below, so the callback has nothing to add.
  const chunks = pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), gunzip, () => undefined)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of chunks) {
    const text = decoder.write(chunk)
    if (rest.length + text.length > LONGEST_LINE) throw new Mismatch('holds a line without end')
    if (!text.includes('\n')) {
      rest += text
      continue
    }
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  if (rest !== '') throw new Mismatch('ends in the middle of a line')
}

function verify(last: string | null, kind: SegmentKind, count: number, hash: string, id: string): void {
  if (last === null) throw new Mismatch('is empty')
  const footer = footerSchema.safeParse(JSON.parse(last))
  if (!footer.success) throw new Mismatch('has no footer, its end is missing')
  if (footer.data.records !== count) throw new Mismatch(`holds ${count} records, not ${footer.data.records}`)
  if (footer.data.sha256 !== hash || footer.data.kind !== kind || segmentId(kind, hash) !== id) {
    throw new Mismatch('does not hold what was written to it')
  }
}

class Mismatch extends Error {}

function readTrouble(error: unknown, path: string): unknown {
  if (error instanceof Mismatch) return damaged(path, error.message, REMEDY)
  if (error instanceof SyntaxError) return damaged(path, 'holds a line that is no JSON', REMEDY, error)
  const code = systemCode(error)
  if (code === 'ENOENT') return damaged(path, 'is missing', REMEDY, error)
  if (code === 'EIO' || code?.startsWith('Z_')) return damaged(path, `cannot be read (${code})`, REMEDY, error)
  return error
}
