import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { STATUSES } from '#core/inventory.ts'
import { SOURCES } from '#core/observation.ts'
import { filterApps } from '#jobs/filter-apps.ts'
import { readEvidence } from '#jobs/read-evidence.ts'
import { appDetail, toAppDetail } from '#shapes/app-detail.ts'
import { appLine, toAppLine } from '#shapes/app-line.ts'
import { appsColumns } from '#src/export/apps-columns.ts'
import type { Backend } from './backend.ts'
import { exportList, listContent, pageOf } from './list.ts'
import { PAGE_GONE, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'

const query = z.object({
  ...pagingQuery,
  standing: z.enum([...STATUSES, 'unlisted']).optional(),
  kind: z.enum(['third-party', 'platform', 'in-house', 'script']).optional(),
  source: z.enum(SOURCES).optional(),
  capability: z.string().optional(),
  q: z.string().max(200).optional().openapi({ description: 'part of name, vendor or domain' }),
})

const list = createRoute({
  method: 'get',
  path: '/apps',
  summary: 'The apps that were found',
  request: { query },
  responses: {
    200: {
      description: 'A page; as CSV or XLSX all of the filter',
      content: listContent(appLine),
    },
    ...PAGE_GONE,
    ...PROBLEMS,
  },
})

const get = createRoute({
  method: 'get',
  path: '/apps/{id}',
  summary: 'One app with its evidence, and why this is thought to be one app',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: { description: 'The app', content: { 'application/json': { schema: appDetail } } }, ...PROBLEMS },
})

export function appRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const asked = c.req.valid('query')
    const apps = filterApps(
      (await store.list('apps')).map(({ value }) => value),
      asked,
    )
    const lines = apps.map(toAppLine)
    const answer = {
      lines,
      rows: lines,
      columns: appsColumns(lines),
      name: 'apps',
      idOf: ({ app }: { app: string }) => app,
    }
    const exported = await exportList(c, answer, asked.format)
    return exported ?? c.json({ items: pageOf(c, answer, asked) }, 200)
  })

  router.openapi(get, async (c) => {
    const { store } = await backend.workspace()
    const { id } = c.req.valid('param')
    const stored = await store.get('apps', id)
    if (stored === null) throw new ProblemError(404, `there is no app ${id}; GET /api/v1/apps lists them`)
    return c.json(toAppDetail(stored.value, await readEvidence(store, id)), 200)
  })

  return router
}
