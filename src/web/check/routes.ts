import { Hono } from 'hono'
import { checkTool } from '#jobs/check-tool.ts'
import type { Backend } from '#src/api/backend.ts'
import { showPage } from '../show-page.ts'
import { checkPage } from './page.ts'

const LONGEST_QUERY = 500

export function checkRoutes(backend: Backend): Hono {
  return new Hono().get('/check', async (c) => {
    const workspace = await backend.workspace()
    const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY)
    const answer = query === '' ? null : await checkTool(query, workspace.store, backend.knowledge)
    const known = answer?.app ?? null
    const found = known !== null && (await workspace.store.get('apps', known)) !== null
    const title = query === '' ? 'Check' : `Do we have ${query.slice(0, 60)}?`
    return showPage(c, { title, section: '/check', workspace }, checkPage({ query, answer, found }))
  })
}
