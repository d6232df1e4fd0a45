import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { RunningScan } from '#jobs/scan-runner.ts'
import { scanSummary, toScanSummary } from '#shapes/scan-summary.ts'
import type { Backend } from './backend.ts'
import { newestFirst, page, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'

const step = z.object({
  step: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  waitingSeconds: z.number().nullable(),
})
const scanWithProgress = scanSummary
  .extend({
    progress: z
      .record(z.string(), step)
      .optional()
      .openapi({ description: 'what each source is reading now; only while running' }),
  })
  .openapi('Scan')
const one = { description: 'The scan', content: { 'application/json': { schema: scanWithProgress } } }

const list = createRoute({
  method: 'get',
  path: '/scans',
  summary: 'Scans, the newest first',
  request: { query: z.object({ limit: pagingQuery.limit, after: pagingQuery.after }) },
  responses: {
    200: {
      description: 'A page',
      content: { 'application/json': { schema: z.object({ items: z.array(scanWithProgress) }) } },
    },
    ...PROBLEMS,
  },
})
const get = createRoute({
  method: 'get',
  path: '/scans/{id}',
  summary: 'One scan, with its progress while it runs',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: one, ...PROBLEMS },
})
const start = createRoute({
  method: 'post',
  path: '/scans',
  summary: 'Start a scan, or get the one that is running',
  responses: { 202: one, ...PROBLEMS },
})

export function scanRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store, jobs } = await backend.workspace()
    const { limit, after } = c.req.valid('query')
    const sorted = newestFirst(await store.list('scans'), ({ startedAt }) => startedAt)
    const shown = page(c, sorted, ({ id }) => id, limit, after)
    return c.json({ items: shown.map(({ value }) => withProgress(toScanSummary(value), jobs.scanning())) }, 200)
  })

  router.openapi(get, async (c) => {
    const { store, jobs } = await backend.workspace()
    const stored = await store.get('scans', c.req.valid('param').id)
    if (stored === null) throw new ProblemError(404, 'there is no such scan')
    return c.json(withProgress(toScanSummary(stored.value), jobs.scanning()), 200)
  })

  router.openapi(start, async (c) => {
    const { jobs } = await backend.workspace()
    const record = await jobs.startScan()
    if (record === null) {
      throw new ProblemError(
        409,
        'no source is configured; set one (connectors/*/README.md) and start Daylight again, or upload a statement',
      )
    }
    c.header('location', `/api/v1/scans/${record.id}`)
    return c.json(withProgress(toScanSummary(record), jobs.scanning()), 202)
  })

  return router
}

type ScanWithProgress = z.infer<typeof scanWithProgress>

function withProgress(summary: z.infer<typeof scanSummary>, running: RunningScan | null): ScanWithProgress {
  if (running?.id !== summary.scan) return summary
  return { ...summary, progress: Object.fromEntries(Object.entries(running.steps)) }
}
