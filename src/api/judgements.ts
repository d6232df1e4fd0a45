import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Judgement } from '#core/judgement.ts'
import { judge } from '#jobs/judge.ts'
import { readJudgements } from '#jobs/read-judgements.ts'
import { undoJudgement } from '#jobs/undo-judgement.ts'
import { judgementLine, newJudgement, toDraft, toJudgementLine } from '#shapes/judgement-line.ts'
import { JUDGEMENT_COLUMNS } from '#src/judgement-file/columns.ts'
import type { Backend } from './backend.ts'
import { exportList, listContent, pageOf } from './list.ts'
import { PAGE_GONE, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { etagOf, refusingConflict, seenVersion } from './version.ts'
import { sayWorkingOut } from './working-out.ts'

const params = z.object({ id: z.string() })
const one = { description: 'The judgement', content: { 'application/json': { schema: judgementLine } } }

const list = createRoute({
  method: 'get',
  path: '/judgements',
  summary: "People's decisions on what is what, in the order in which they hold",
  request: {
    query: z.object({
      ...pagingQuery,
      app: z.string().optional().openapi({ description: 'only decisions that name this app' }),
    }),
  },
  responses: {
    200: { description: 'A page; CSV is what daylight judgements import reads', content: listContent(judgementLine) },
    ...PAGE_GONE,
    ...PROBLEMS,
  },
})
const add = createRoute({
  method: 'post',
  path: '/judgements',
  summary: 'Decide: confirm, reject, merge or split. The same decision again is the same judgement',
  request: { body: { required: true, content: { 'application/json': { schema: newJudgement } } } },
  responses: { 200: { ...one, description: 'It was decided already' }, 201: one, ...PROBLEMS },
})
const get = createRoute({
  method: 'get',
  path: '/judgements/{id}',
  summary: 'One judgement',
  request: { params },
  responses: { 200: one, ...PROBLEMS },
})
const remove = createRoute({
  method: 'delete',
  path: '/judgements/{id}',
  summary: 'Undo a judgement: everything is again what it would be without it',
  request: { params },
  responses: { 204: { description: 'Undone' }, ...PROBLEMS },
})

export function judgementRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const { app, ...asked } = c.req.valid('query')
    const all = await readJudgements(store)
    const lines = all.filter((judgement) => app === undefined || names(judgement, app)).map(toJudgementLine)
    const answer = { lines, rows: lines, columns: JUDGEMENT_COLUMNS, name: 'judgements', idOf }
    return (await exportList(c, answer, asked.format)) ?? c.json({ items: pageOf(c, answer, asked) }, 200)
  })

  router.openapi(add, async (c) => {
    const draft = toDraft(c.req.valid('json'))
    const { store, clock, jobs } = await backend.workspace()
    const context = { store, clock, knowledge: backend.knowledge, detect: () => jobs.workOut() }
    const judged = await refusingConflict(() => judge([draft], { by: 'IT', renew: true }, context))
    sayWorkingOut(c, jobs)
    if (judged.outcome === 'refused')
      throw new ProblemError(422, judged.problems.map(({ reason }) => reason).join('; '))
    const [kept] = judged.judgements
    if (kept === undefined) throw new Error('a decision was kept, and there is no judgement')
    c.header('etag', etagOf(kept.version))
    c.header('location', `/api/v1/judgements/${encodeURIComponent(kept.id)}`)
    return c.json(toJudgementLine(kept.value), judged.added > 0 ? 201 : 200)
  })

  router.openapi(get, async (c) => {
    const { store } = await backend.workspace()
    const stored = await store.get('judgements', c.req.valid('param').id)
    if (stored === null) throw notThere()
    c.header('etag', etagOf(stored.version))
    return c.json(toJudgementLine(stored.value), 200)
  })

  router.openapi(remove, async (c) => {
    const expected = seenVersion(c)
    const { store, jobs } = await backend.workspace()
    const context = { store, detect: () => jobs.workOut() }
    const undone = await refusingConflict(() => undoJudgement(c.req.valid('param').id, expected, context))
    sayWorkingOut(c, jobs)
    if (undone === null) throw notThere()
    return c.body(null, 204)
  })

  return router
}

function names(judgement: Judgement, app: string): boolean {
  return judgement.app === app || (judgement.decision === 'merge' && judgement.into === app)
}

function idOf({ id }: { readonly id: string }): string {
  return id
}

function notThere(): ProblemError {
  return new ProblemError(404, 'there is no such judgement, or not any more')
}
