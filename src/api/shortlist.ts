import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { buildShortlist } from '#jobs/build-shortlist.ts'
import { shortlistLine, toShortlistLine } from '#shapes/shortlist-line.ts'
import { SHORTLIST_COLUMNS, shortlistRows } from '#src/export/shortlist-columns.ts'
import type { Backend } from './backend.ts'
import { exportList, listContent, pageOf } from './list.ts'
import { PAGE_GONE, pagingQuery } from './paging.ts'
import { PROBLEMS } from './problem.ts'
import { createRouter } from './router.ts'

const list = createRoute({
  method: 'get',
  path: '/shortlist',
  summary: 'Tools that do the same job, which to keep, and what that saves',
  request: { query: z.object(pagingQuery) },
  responses: {
    200: {
      description: 'A page of groups; CSV and XLSX have a row an app',
      content: listContent(shortlistLine),
    },
    ...PAGE_GONE,
    ...PROBLEMS,
  },
})

export function shortlistRoutes(backend: Backend): OpenAPIHono {
  return createRouter().openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const asked = c.req.valid('query')
    const lines = (await buildShortlist(store, backend.knowledge, backend.currency)).map(toShortlistLine)
    const answer = {
      lines,
      rows: shortlistRows(lines),
      columns: SHORTLIST_COLUMNS,
      name: 'shortlist',
      idOf: ({ group }: { group: string }) => group,
    }
    return (await exportList(c, answer, asked.format)) ?? c.json({ items: pageOf(c, answer, asked) }, 200)
  })
}
