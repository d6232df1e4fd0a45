import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { checkTool } from '#jobs/check-tool.ts'
import { checkAnswer, toCheckAnswer } from '#shapes/check-answer.ts'
import type { Backend } from './backend.ts'
import { PROBLEMS } from './problem.ts'
import { createRouter } from './router.ts'

const route = createRoute({
  method: 'get',
  path: '/check',
  summary: 'Do we have it?',
  request: {
    query: z.object({
      q: z
        .string()
        .trim()
        .min(1, 'say what to check')
        .max(500)
        .openapi({ description: 'a name, a URL, a pasted charge, or a need' }),
    }),
  },
  responses: {
    200: { description: 'One plain answer', content: { 'application/json': { schema: checkAnswer } } },
    ...PROBLEMS,
  },
})

export function checkRoutes(backend: Backend): OpenAPIHono {
  return createRouter().openapi(route, async (c) => {
    const { store } = await backend.workspace()
    const answer = await checkTool(c.req.valid('query').q, store, backend.knowledge)
    return c.json(toCheckAnswer(answer), 200)
  })
}
