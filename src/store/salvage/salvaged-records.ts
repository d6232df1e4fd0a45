import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { constants, createGunzip } from 'node:zlib'
import type { Loss } from '#core/backup.ts'
import type { SegmentKind, SegmentRecords } from '#core/store.ts'
import { footerSchema } from '../lowdb/segment-name.ts'
import { systemCode } from '../lowdb/trouble.ts'

const CHUNK_BYTES = 64 * 1024
/** A line that is longer is no record, but what a damaged file is read as. */
const LONGEST_LINE = 64 * 1024 * 1024

/**
 * The records of a damaged segment that can be read, in order; what cannot be is told to `lose`, with its offset in the
 * file where that is known. What comes out was not proved: a changed byte may have left a record that reads well.
 */
export async function* salvagedRecords<K extends SegmentKind>(
  path: string,
  lose: (loss: Loss) => void,
): AsyncGenerator<SegmentRecords[K]> {
  let number = 0
  let last: { readonly record: SegmentRecords[K] | null } | null = null
  for await (const text of linesOf(path, lose)) {
    if (last !== null && last.record !== null) yield last.record
    else if (last !== null) lose({ file: path, offset: null, what: `line ${number}, which is no record any more` })
    number += 1
    last = { record: isRecord(text) ? JSON.parse(text) : null }
  }
  if (last === null) return
  const footer = footerSchema.safeParse(last.record)
  if (footer.success) {
    const missing = footer.data.records - (number - 1)
    if (missing > 0) lose({ file: path, offset: null, what: `${missing} of ${footer.data.records} records` })
    return
  }
  if (last.record !== null) yield last.record
  lose({ file: path, offset: null, what: 'its end, which said how many records there were' })
}

async function* linesOf(path: string, lose: (loss: Loss) => void): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of inflated(path, lose)) {
    const lines = `${rest}${decoder.write(Buffer.from(chunk))}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > LONGEST_LINE) break
  }
  if (rest !== '') lose({ file: path, offset: null, what: `${rest.length} characters of a record that was cut off` })
}

/** What a compressed file holds up to the place where it is damaged, which is told. */
async function* inflated(path: string, lose: (loss: Loss) => void): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
  const out: Uint8Array[] = []
  const troubles: Error[] = []
  gunzip.on('data', (chunk: Uint8Array) => out.push(chunk))
  gunzip.on('error', (error) => troubles.push(error))
  try {
    let at = 0
    for (let read = -1; read !== 0 && troubles.length === 0; at += read) {
      const chunk = Buffer.alloc(CHUNK_BYTES)
      read = await readAt(file, chunk, at, (error) => troubles.push(error))
      if (read > 0) await settled(gunzip, (done) => gunzip.write(chunk.subarray(0, read), done))
      yield* out.splice(0)
    }
    if (troubles.length === 0) await settled(gunzip, (done) => gunzip.once('end', done).end())
    yield* out.splice(0)
    const [trouble] = troubles
    if (trouble !== undefined) {
      const why = systemCode(trouble) ?? trouble.message
      lose({ file: path, offset: gunzip.bytesWritten, what: `all behind the place where it is damaged (${why})` })
    }
  } finally {
    gunzip.destroy()
    await file.close()
  }
}

async function readAt(
  file: Awaited<ReturnType<typeof open>>,
  chunk: Buffer,
  at: number,
  fail: (error: Error) => void,
): Promise<number> {
  try {
    return (await file.read(chunk, 0, chunk.length, at)).bytesRead
  } catch (error) {
    if (!(error instanceof Error && systemCode(error) === 'EIO')) throw error
    fail(error)
    return 0
  }
}

/** Resolves when a step is done, or when the stream came to grief over it. */
function settled(gunzip: ReturnType<typeof createGunzip>, step: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      gunzip.off('error', done)
      resolve()
    }
    gunzip.once('error', done)
    step(done)
  })
}

function isRecord(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json)
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
