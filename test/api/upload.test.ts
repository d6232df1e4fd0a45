import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemError, problemResponse } from '#src/api/problem.ts'
import { receiveUpload } from '#src/api/upload.ts'

const LIMIT_BYTES = 100_000
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-upload-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const app = new Hono()
app.post('/', async (c) => {
  await using upload = await receiveUpload(c, folder, 'one', LIMIT_BYTES)
  const { length } = await text(upload.file.open())
  return c.json({ name: upload.file.name, length, fields: Object.fromEntries(upload.fields) })
})
app.onError((error, c) => {
  if (error instanceof ProblemError) return problemResponse(c, error)
  throw error
})

function form(size: number, fields: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData()
  data.set('file', new Blob(['x'.repeat(size)]), 'card.csv')
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('an upload', () => {
  test('arrives whole up to the limit, fields before and behind it included, and leaves nothing behind', async () => {
    const answer = await app.request('/', { method: 'POST', body: form(LIMIT_BYTES, { account: 'Visa' }) })
    expect(await answer.json()).toEqual({ name: 'card.csv', length: LIMIT_BYTES, fields: { account: 'Visa' } })
    const body = await app.request('/?name=a%2Fb.csv', { method: 'POST', body: 'x'.repeat(LIMIT_BYTES) })
    expect(await body.json()).toMatchObject({ name: 'b.csv', length: LIMIT_BYTES })
    expect(await readdir(folder)).toEqual([])
  })

  test.for<[string, () => string | FormData]>([
    ['as the body', () => 'x'.repeat(LIMIT_BYTES + 1)],
    ['as a form, just', () => form(LIMIT_BYTES + 1)],
    ['as a form, by far', () => form(LIMIT_BYTES * 30)],
  ])('beyond the limit %s is refused with 413, and leaves nothing behind', async ([, body]) => {
    const answer = await app.request('/', { method: 'POST', body: body() })
    expect(answer.status).toBe(413)
    expect(await readdir(folder)).toEqual([])
  })

  test('whose sender goes away in the middle leaves nothing behind', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('Date,Description\n'))
        controller.error(new Error('gone'))
      },
    })
    const sent = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' })
    expect((await app.request(sent)).status).toBe(400)
    expect(await readdir(folder)).toEqual([])
  })
})
