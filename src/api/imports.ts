import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { FileReader, FileSettings } from '#core/file-reader.ts'
import { importFiles, sniffFile, storedKeys } from '#jobs/import-files.ts'
import { importLine, toImportLine } from '#shapes/import-line.ts'
import { importPreview } from '#shapes/import-preview.ts'
import type { Backend } from './backend.ts'
import { page, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { receiveUpload } from './upload.ts'

const KINDS = ['statement', 'expense', 'app-list'] as const

const list = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Imported files, the newest first',
  request: { query: z.object({ limit: pagingQuery.limit, after: pagingQuery.after }) },
  responses: {
    200: {
      description: 'A page',
      content: { 'application/json': { schema: z.object({ items: z.array(importLine) }) } },
    },
    ...PROBLEMS,
  },
})

const upload = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Upload a statement or an app list; with preview nothing is stored',
  request: {
    query: z.object({
      preview: z.stringbool().default(false),
      name: z.string().optional().openapi({ description: 'the file name, when the body is the file itself' }),
      as: z.enum(KINDS).optional(),
      account: z.string().optional(),
    }),
    // Declared for readers of the document; the body is streamed to disk and never parsed here.
    body: { content: { 'multipart/form-data': { schema: z.any() }, 'text/csv': { schema: z.any() } } },
  },
  responses: {
    200: {
      description: 'The preview, or a file that was imported before',
      content: { 'application/json': { schema: z.union([importPreview, importLine]) } },
    },
    201: { description: 'Imported', content: { 'application/json': { schema: importLine } } },
    ...PROBLEMS,
  },
})

export function importRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const { limit, after } = c.req.valid('query')
    const sorted = (await store.list('imports')).toSorted((a, b) => (a.value.importedAt < b.value.importedAt ? 1 : -1))
    const shown = page(c, sorted, ({ id }) => id, limit, after)
    return c.json({ items: shown.map(({ value }) => toImportLine('imported', value)) }, 200)
  })

  router.openAPIRegistry.registerPath(upload)
  router.post('/imports', (c) => receive(c, backend))
  return router
}

/** Takes one upload: previews it, or imports it into the company's own data, which ends the sample. */
async function receive(c: Context, backend: Backend): Promise<Response> {
  await using received = await receiveUpload(c, await backend.uploadFolder(), backend.createId())
  const { file, fields } = received
  const option = (name: string): string | null => (c.req.query(name) ?? fields.get(name))?.trim() || null
  const as = kindOf(option('as'))
  const settings: FileSettings = {
    account: option('account'),
    currency: backend.currency,
    mapping: parseMapping(option('mapping')),
  }
  const readers = await backend.readers()
  if (['true', '1', 'yes', 'on'].includes(option('preview') ?? '')) {
    const { store, sample } = await backend.workspace()
    const state = sample ? null : ((await store.get('sources', 'statement'))?.value ?? null)
    const keys = await storedKeys(store, state)
    const { reader } = await sniffFile(file, as, settings, readers)
    const chunks = await Array.fromAsync(reader.preview(file, settings, (key) => keys.has(key)))
    return c.body(chunks.join(''), 200, { 'content-type': 'application/json' })
  }
  const { store, clock } = await backend.ownWorkspace()
  const context = { store, clock, readers, knowledge: backend.knowledge, progress: () => undefined }
  const [outcome] = await backend.queue.run(() => importFiles([file], as, settings, context))
  if (outcome === undefined) throw new Error('an import has one outcome a file')
  if (outcome.status === 'refused') throw new ProblemError(422, `${file.name}: ${outcome.reason}`)
  if (outcome.status === 'questions') {
    const what = outcome.questions.map(({ field, options }) => `${field} (${options.join(' or ')})`).join(', ')
    throw new ProblemError(422, `${file.name} leaves a question open: ${what}; answer it in a mapping`, {
      members: { questions: outcome.questions },
    })
  }
  return c.json(toImportLine(outcome.status, outcome.record), outcome.status === 'imported' ? 201 : 200)
}

function kindOf(as: string | null): FileReader['source'] | null {
  if (as === null) return null
  const kind = KINDS.find((known) => known === as)
  if (kind === undefined) throw new ProblemError(400, `as=${as} is no kind of file; use ${KINDS.join(', ')}`)
  return kind === 'expense' ? 'statement' : kind
}

function parseMapping(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError(400, 'the mapping is not JSON; it is the "format" of the preview, edited')
  }
}
