import { Hono } from 'hono'
import { z } from 'zod'
import { askForTool } from '#jobs/ask-for-tool.ts'
import { matcherOf } from '#jobs/check-tool.ts'
import { decideRequest } from '#jobs/decide-request.ts'
import type { Backend } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { address } from '../address.ts'
import { needed, readForm, seenVersion } from '../form.ts'
import { isoDay } from '../inventory/fields.ts'
import { showPage } from '../show-page.ts'
import { requestListPage } from './list-page.ts'
import { requestPage } from './one-page.ts'

const section = '/requests'
const NO_REQUEST = 'there is no such request'
const dataType = z.enum(['none', 'internal', 'customer', 'personal'], 'choose what data it will hold')
const ask = z.object({
  tool: needed('which tool', 200),
  purpose: needed('what for'),
  askedBy: needed('who asks', 200),
  seats: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^[1-9]\d{0,5}$/.test(text), 'how many people is a whole number from 1')
    .transform((text) => (text === '' ? null : Number(text))),
  neededBy: isoDay,
  dataType: z.preprocess((value) => (value === '' ? null : value), dataType.nullable().default(null)),
})
const decision = z.object({
  version: seenVersion,
  state: z.enum(['approved', 'declined', 'withdrawn'], 'choose an answer'),
  reason: needed('why'),
  by: needed('who answered', 200),
})

export function requestRoutes(backend: Backend): Hono {
  const routes = new Hono()

  routes.get('/requests', async (c) => {
    const workspace = await backend.workspace()
    const requests = (await workspace.store.list('requests'))
      .map(({ value }) => value)
      .toSorted(
        (a, b) =>
          Number(b.state === 'asked') - Number(a.state === 'asked') || Date.parse(b.askedAt) - Date.parse(a.askedAt),
      )
    return showPage(c, { title: 'Requests', section, workspace }, requestListPage(requests))
  })

  routes.post('/requests', async (c) => {
    const asked = await readForm(c, ask)
    const { store, clock } = await backend.workspace()
    const matcher = await matcherOf(store, backend.knowledge)
    const { id } = await askForTool(asked, { store, matcher, clock, createId: backend.createId })
    return c.redirect(address.request(id), 303)
  })

  routes.get('/requests/:id', async (c) => {
    const workspace = await backend.workspace()
    const stored = await workspace.store.get('requests', c.req.param('id'))
    if (stored === null) throw new ProblemError(404, NO_REQUEST)
    const { value: request, version } = stored
    const found = request.app !== null && (await workspace.store.get('apps', request.app)) !== null
    return showPage(c, { title: request.tool, section, workspace }, requestPage({ request, version, found }))
  })

  routes.post('/requests/:id/decision', async (c) => {
    const { version, ...answer } = await readForm(c, decision)
    const { store, clock } = await backend.workspace()
    const id = c.req.param('id')
    const decided = await decideRequest(id, answer, version, { store, clock })
    if (decided === null) throw new ProblemError(404, NO_REQUEST)
    return c.redirect(address.request(id), 303)
  })

  return routes
}
