import { Hono } from 'hono'
import { buildShortlist } from '#jobs/build-shortlist.ts'
import type { Backend } from '#src/api/backend.ts'
import { showPage } from '../show-page.ts'
import { shortlistPage } from './page.ts'

export function shortlistRoutes(backend: Backend): Hono {
  return new Hono().get('/shortlist', async (c) => {
    const workspace = await backend.workspace()
    const groups = await buildShortlist(workspace.store, backend.knowledge, backend.currency)
    const scan = (await workspace.store.get('company', 'company'))?.value.detectedAt ?? null
    return showPage(c, { title: 'Shortlist', section: '/shortlist', workspace }, shortlistPage(groups, scan))
  })
}
