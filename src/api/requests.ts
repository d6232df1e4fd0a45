import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { askForTool } from '#jobs/ask-for-tool.ts'
import { matcherOf } from '#jobs/check-tool.ts'
import { decideRequest } from '#jobs/decide-request.ts'
import { newRequest, requestDecision, requestLine, toRequestLine } from '#shapes/request-line.ts'
import type { Backend } from './backend.ts'
import { newestFirst, page, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { etagOf, refusingConflict, seenVersion } from './version.ts'

const one = { description: 'The request', content: { 'application/json': { schema: requestLine } } }
const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/requests',
  summary: 'Requests for tools, the newest first',
  request: { query: z.object({ limit: pagingQuery.limit, after: pagingQuery.after }) },
  responses: {
    200: {
      description: 'A page',
      content: { 'application/json': { schema: z.object({ items: z.array(requestLine) }) } },
    },
    ...PROBLEMS,
  },
})

const ask = createRoute({
  method: 'post',
  path: '/requests',
  summary: 'Ask for a tool; a request for the same tool that is still open is joined',
  request: { body: { required: true, content: { 'application/json': { schema: newRequest } } } },
  responses: { 201: one, ...PROBLEMS },
})

const get = createRoute({
  method: 'get',
  path: '/requests/{id}',
  summary: 'One request',
  request: { params },
  responses: { 200: one, ...PROBLEMS },
})

const decide = createRoute({
  method: 'patch',
  path: '/requests/{id}',
  summary: 'Answer or withdraw a request, with a reason',
  request: { params, body: { required: true, content: { 'application/json': { schema: requestDecision } } } },
  responses: { 200: one, ...PROBLEMS },
})

export function requestRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const { limit, after } = c.req.valid('query')
    const sorted = newestFirst(await store.list('requests'), ({ askedAt }) => askedAt)
    const shown = page(c, sorted, ({ id }) => id, limit, after)
    return c.json({ items: shown.map(({ value }) => toRequestLine(value)) }, 200)
  })

  router.openapi(ask, async (c) => {
    const { store, clock } = await backend.workspace()
    const matcher = await matcherOf(store, backend.knowledge)
    const stored = await askForTool(c.req.valid('json'), { store, matcher, clock, createId: backend.createId })
    c.header('etag', etagOf(stored.version))
    c.header('location', `/api/v1/requests/${encodeURIComponent(stored.id)}`)
    return c.json(toRequestLine(stored.value), 201)
  })

  router.openapi(get, async (c) => {
    const { store } = await backend.workspace()
    const stored = await store.get('requests', c.req.valid('param').id)
    if (stored === null) throw new ProblemError(404, 'there is no such request')
    c.header('etag', etagOf(stored.version))
    return c.json(toRequestLine(stored.value), 200)
  })

  router.openapi(decide, async (c) => {
    const { store, clock } = await backend.workspace()
    const { id } = c.req.valid('param')
    const expected = seenVersion(c)
    const stored = await refusingConflict(() => decideRequest(id, c.req.valid('json'), expected, { store, clock }))
    if (stored === null) throw new ProblemError(404, 'there is no such request')
    c.header('etag', etagOf(stored.version))
    return c.json(toRequestLine(stored.value), 200)
  })

  return router
}
