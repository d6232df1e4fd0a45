import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { FINDING_STATUSES, RULE_IDS, SEVERITIES } from '#core/finding.ts'
import { DECISIONS, decideFinding } from '#jobs/decide-finding.ts'
import { filterFindings } from '#jobs/filter-findings.ts'
import { getFinding, listFindings } from '#jobs/read-findings.ts'
import { findingLine, toFindingLine } from '#shapes/finding-line.ts'
import { FINDINGS_COLUMNS } from '#src/export/findings-columns.ts'
import type { Backend } from './backend.ts'
import { exportList, listContent, pageOf } from './list.ts'
import { PAGE_GONE, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { etagOf, refusingConflict, seenVersion } from './version.ts'

const params = z.object({ id: z.string() })
const one = { description: 'The finding', content: { 'application/json': { schema: findingLine } } }

const list = createRoute({
  method: 'get',
  path: '/findings',
  summary: 'What was found; what needs somebody first',
  request: {
    query: z.object({
      ...pagingQuery,
      status: z.enum(FINDING_STATUSES).optional(),
      severity: z.enum(SEVERITIES).optional(),
      rule: z.enum(RULE_IDS).optional(),
      app: z.string().optional(),
      needsYou: z.stringbool().optional(),
    }),
  },
  responses: {
    200: {
      description: 'A page; as CSV or XLSX all of the filter',
      content: listContent(findingLine),
    },
    ...PAGE_GONE,
    ...PROBLEMS,
  },
})

const get = createRoute({
  method: 'get',
  path: '/findings/{id}',
  summary: 'One finding',
  request: { params },
  responses: { 200: one, ...PROBLEMS },
})

const patch = createRoute({
  method: 'patch',
  path: '/findings/{id}',
  summary: 'Acknowledge, dismiss or reopen a finding, with a reason',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              status: z.enum(DECISIONS),
              reason: z.string().trim().min(1, 'a decision needs a reason').max(2000),
              by: z.string().trim().min(1).max(200).default('IT'),
            })
            .openapi('FindingDecision'),
        },
      },
    },
  },
  responses: { 200: one, ...PROBLEMS },
})

export function findingRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const asked = c.req.valid('query')
    const lines = filterFindings(
      (await listFindings(store)).map(({ value }) => value),
      asked,
    ).map(toFindingLine)
    const answer = {
      lines,
      rows: lines,
      columns: FINDINGS_COLUMNS,
      name: 'findings',
      idOf: ({ id }: { id: string }) => id,
    }
    const exported = await exportList(c, answer, asked.format)
    return exported ?? c.json({ items: pageOf(c, answer, asked) }, 200)
  })

  router.openapi(get, async (c) => {
    const { store } = await backend.workspace()
    const stored = await getFinding(store, c.req.valid('param').id)
    if (stored === null) throw new ProblemError(404, 'there is no such finding')
    c.header('etag', etagOf(stored.version))
    return c.json(toFindingLine(stored.value), 200)
  })

  router.openapi(patch, async (c) => {
    const { store, clock } = await backend.workspace()
    const { id } = c.req.valid('param')
    const expected = seenVersion(c)
    const context = { store, clock, knowledge: backend.knowledge }
    const decided = await refusingConflict(() => decideFinding(id, c.req.valid('json'), expected, context))
    if (decided.outcome === 'not-found') throw new ProblemError(404, 'there is no such finding')
    if (decided.outcome === 'refused') throw new ProblemError(409, decided.reason)
    c.header('etag', etagOf(decided.finding.version))
    return c.json(toFindingLine(decided.finding.value), 200)
  })

  return router
}
