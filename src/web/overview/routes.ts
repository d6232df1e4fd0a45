import { Hono } from 'hono'
import type { Backend } from '#src/api/backend.ts'
import { showPage } from '../show-page.ts'
import { emptyPage } from './empty-page.ts'
import { overviewPage } from './page.ts'
import { readOverview } from './read.ts'

export function overviewRoutes(backend: Backend): Hono {
  return new Hono().get('/', async (c) => {
    const workspace = await backend.workspace()
    const overview = await readOverview(workspace, backend)
    const content = overview === null ? emptyPage() : overviewPage(overview)
    return showPage(c, { title: 'Overview', section: '/', workspace }, content)
  })
}
