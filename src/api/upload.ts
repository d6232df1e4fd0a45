import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { Context } from 'hono'
import type { InputFile } from '#core/file-reader.ts'
import { ProblemError } from './problem.ts'

/** An uploaded file under a random name on disk, with the form fields that came with it. */
export type Upload = AsyncDisposable & {
  readonly file: InputFile
  readonly path: string
  readonly fields: ReadonlyMap<string, string>
}

// A year of a large company's statements; what is beyond it is a mistake or an attack.
const UPLOAD_LIMIT_BYTES = 1024 ** 3

/**
 * Streams an upload to a folder: the body itself with `?name=`, or a form with one file field. Never holds it in
 * memory. 413 beyond the limit, 400 without a file.
 */
export async function receiveUpload(
  c: Context,
  folder: string,
  id: string,
  limitBytes = UPLOAD_LIMIT_BYTES,
): Promise<Upload> {
  const body = c.req.raw.body
  if (body === null)
    throw new ProblemError(400, 'the upload is empty; send the file as the body, or a form with a file field')
  const path = join(folder, id)
  const remove = (): Promise<void> => rm(path, { force: true })
  try {
    const stream = Readable.fromWeb(body)
    const isForm = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    const { name, fields } = isForm
      ? await receiveForm(c, stream, path, limitBytes)
      : await receiveBody(c, stream, path, limitBytes)
    return { file: { name, open: () => createReadStream(path) }, path, fields, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

type Received = { readonly name: string; readonly fields: ReadonlyMap<string, string> }

async function receiveBody(c: Context, body: Readable, path: string, limitBytes: number): Promise<Received> {
  await pipeline(body, limit(limitBytes), createWriteStream(path, { mode: 0o600 })).catch((cause: unknown) => {
    throw trouble(cause)
  })
  return { name: safeName(c.req.query('name') ?? 'upload.csv'), fields: new Map(Object.entries(c.req.query())) }
}

async function receiveForm(c: Context, body: Readable, path: string, limitBytes: number): Promise<Received> {
  const fields = new Map<string, string>()
  const written: Promise<string>[] = []
  const stop = new AbortController()
  const form = openForm(c.req.header('content-type') ?? '', limitBytes)
  form.on('field', (name, value) => fields.set(name, value))
  form.on('file', (_field, stream, name) => {
    const write = pipeline(stream, limit(limitBytes), createWriteStream(path, { mode: 0o600 })).then(() =>
      safeName(name),
    )
    // The form waits for ever for a file that nobody reads any more.
    write.catch((cause: unknown) => stop.abort(cause))
    written.push(write)
  })
  const [parsed] = await Promise.allSettled([pipeline(body, form, { signal: stop.signal })])
  const files = await Promise.allSettled(written)
  for (const outcome of [...files, parsed]) if (outcome.status === 'rejected') throw trouble(outcome.reason)
  const [file] = await Promise.all(written)
  if (file === undefined || file === '') throw new ProblemError(400, 'the form holds no file; choose one')
  return { name: file, fields }
}

/** What our own disk says is no fault of who sent the file; all else is. */
function trouble(cause: unknown): unknown {
  if (cause instanceof ProblemError) return cause
  const code = cause instanceof Error && 'syscall' in cause && 'code' in cause ? cause.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ProblemError(503, 'there is no room for the upload; make room in the data folder and send it again')
  }
  return code === null || code === 'ECONNRESET'
    ? new ProblemError(400, 'the upload is cut off or malformed; send it again')
    : cause
}

function openForm(contentType: string, limitBytes: number): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 20, fieldSize: 100_000, fileSize: limitBytes + 1 },
    })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ProblemError(400, `the form cannot be read (${why}); send it as multipart/form-data with a boundary`)
  }
}

function limit(limitBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) done(new ProblemError(413, 'the file is larger than 1 GiB; split it by month'))
      else done(null, chunk)
    },
  })
}

/** The file's own name for people to read; it is never used as a path. */
function safeName(name: string): string {
  return basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200)
}
