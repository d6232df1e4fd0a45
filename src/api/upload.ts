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
export type Upload = AsyncDisposable & { readonly file: InputFile; readonly fields: ReadonlyMap<string, string> }

// A year of a large company's statements; what is beyond it is a mistake or an attack.
export const UPLOAD_LIMIT_BYTES = 1024 ** 3

/**
 * Streams an upload to a folder: the body itself with `?name=`, or a form with one file field. Never holds it in
 * memory. 413 beyond the limit, 400 without a file.
 */
export async function receiveUpload(c: Context, folder: string, id: string): Promise<Upload> {
  const body = c.req.raw.body
  if (body === null)
    throw new ProblemError(400, 'the upload is empty; send the file as the body, or a form with a file field')
  const path = join(folder, id)
  const remove = (): Promise<void> => rm(path, { force: true })
  try {
    const stream = Readable.fromWeb(body)
    const isForm = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    const { name, fields } = isForm ? await receiveForm(c, stream, path) : await receiveBody(c, stream, path)
    return { file: { name, open: () => createReadStream(path) }, fields, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

type Received = { readonly name: string; readonly fields: ReadonlyMap<string, string> }

async function receiveBody(c: Context, body: Readable, path: string): Promise<Received> {
  await pipeline(body, limit(), createWriteStream(path, { mode: 0o600 }))
  return { name: safeName(c.req.query('name') ?? 'upload.csv'), fields: new Map(Object.entries(c.req.query())) }
}

async function receiveForm(c: Context, body: Readable, path: string): Promise<Received> {
  const fields = new Map<string, string>()
  const written: Promise<string>[] = []
  const form = openForm(c.req.header('content-type') ?? '')
  form.on('field', (name, value) => fields.set(name, value))
  form.on('file', (_field, stream, name) => {
    const write = pipeline(stream, limit(), createWriteStream(path, { mode: 0o600 })).then(() => safeName(name))
    // Awaited below; until then a failure must not count as unhandled.
    write.catch(() => undefined)
    written.push(write)
  })
  await pipeline(body, form).catch((cause: unknown) => {
    throw cause instanceof ProblemError
      ? cause
      : new ProblemError(400, 'the form is cut off or malformed; send it again', {})
  })
  const [file] = await Promise.all(written)
  if (file === undefined || file === '') throw new ProblemError(400, 'the form holds no file; choose one')
  return { name: file, fields }
}

function openForm(contentType: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 20, fieldSize: 100_000, fileSize: UPLOAD_LIMIT_BYTES + 1 },
    })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ProblemError(400, `the form cannot be read (${why}); send it as multipart/form-data with a boundary`)
  }
}

function limit(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > UPLOAD_LIMIT_BYTES) done(new ProblemError(413, 'the file is larger than 1 GiB; split it by month'))
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
