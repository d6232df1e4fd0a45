import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { FileReader, FileSettings } from '#core/file-reader.ts'
import { checkFiles, unreadable } from '#jobs/check-files.ts'
import type { UnreadableFile } from '#jobs/check-files.ts'
import { createPreview } from '#jobs/preview-files.ts'
import { appListPreview } from '#shapes/app-list-preview.ts'
import { importLine, toImportLine } from '#shapes/import-line.ts'
import { importPreview } from '#shapes/import-preview.ts'
import type { Backend } from './backend.ts'
import { newestFirst, page, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { receiveUpload } from './upload.ts'
import { sayWorkingOut } from './working-out.ts'

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
      mapping: z
        .string()
        .optional()
        .openapi({ description: 'the "format" of the preview as JSON, edited to answer its questions' }),
    }),
    // Declared for readers of the document; the body is streamed to disk and never parsed here.
    body: { content: { 'multipart/form-data': { schema: z.any() }, 'text/csv': { schema: z.any() } } },
  },
  responses: {
    200: {
      description: 'The preview, or a file that was imported before',
      content: { 'application/json': { schema: z.union([importPreview, appListPreview, importLine]) } },
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
    const sorted = newestFirst(await store.list('imports'), ({ importedAt }) => importedAt)
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
  const { file, path, fields } = received
  const option = (name: string): string | null => (c.req.query(name) ?? fields.get(name))?.trim() || null
  const as = kindOf(option('as'))
  const settings: FileSettings = {
    account: option('account'),
    currency: backend.currency,
    mapping: parseMapping(option('mapping')),
  }
  const readers = await backend.readers()
  if (isYes('preview', option('preview'))) {
    const { store, sample } = await backend.workspace()
    const { chunks } = await createPreview(sample ? null : store, readers)(file, as, settings)
    return c.body((await Array.fromAsync(chunks)).join(''), 200, { 'content-type': 'application/json' })
  }
  const checked = await checkFiles([file], as, settings, readers)
  const [unread] = unreadable(checked)
  if (unread !== undefined) throw problemOf(unread)
  const { jobs } = await backend.ownWorkspace()
  const [outcome] = await jobs.importFiles({ files: [{ path, name: file.name }], as, settings })
  if (outcome === undefined || !('record' in outcome)) throw new Error('a readable file is imported')
  sayWorkingOut(c, jobs)
  return c.json(toImportLine(outcome.status, outcome.record), outcome.status === 'imported' ? 201 : 200)
}

function problemOf(unread: UnreadableFile): ProblemError {
  switch (unread.status) {
    case 'refused':
      return new ProblemError(422, `${unread.file}: ${unread.reason}`)
    case 'questions': {
      const { file, questions } = unread
      const what = questions.map(({ field, options }) => `${field} (${options.join(' or ')})`).join(', ')
      return new ProblemError(422, `${file} leaves a question open: ${what}; answer it in a mapping`, {
        members: { questions },
      })
    }
    default:
      return unread satisfies never
  }
}

/** A word that is neither yes nor no is refused: read as no, it would store what should only be looked at. */
function isYes(name: string, value: string | null): boolean {
  if (value === null) return false
  const parsed = z.stringbool().safeParse(value)
  if (!parsed.success) throw new ProblemError(400, `${name}=${value} is neither true nor false`)
  return parsed.data
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
