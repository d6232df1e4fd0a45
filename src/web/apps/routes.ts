import { Hono } from 'hono'
import { filterApps } from '#jobs/filter-apps.ts'
import type { AppFilter } from '#jobs/filter-apps.ts'
import { saveEntry } from '#jobs/save-entry.ts'
import type { Backend } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { address } from '../address.ts'
import { slice } from '../components/pager.ts'
import { readForm } from '../form.ts'
import { jobContext } from '../job-context.ts'
import { showPage } from '../show-page.ts'
import { parseAppQuery, parseAppSort, sortApps } from './filter.ts'
import type { AppQuery } from './filter.ts'
import { appListPage } from './list-page.ts'
import { appPage } from './one-page.ts'
import { readApp } from './read.ts'
import { decidedEntry, standingFields } from './standing.ts'

const PAGE_SIZE = 50

export function appRoutes(backend: Backend): Hono {
  const routes = new Hono()

  routes.get('/apps', async (c) => {
    const workspace = await backend.workspace()
    const filter = parseAppQuery((name) => c.req.query(name))
    const sort = parseAppSort(c.req.query('sort'))
    const apps = (await workspace.store.list('apps')).map(({ value }) => value)
    const all = sortApps(filterApps(apps, withoutNulls(filter)), sort)
    const shown = slice(all, Number(c.req.query('page')) || 1, PAGE_SIZE)
    const content = appListPage({ filter, sort, shown, currency: backend.currency })
    return showPage(c, { title: 'Apps', section: '/apps', workspace }, content)
  })

  routes.get('/apps/:id', async (c) => {
    const workspace = await backend.workspace()
    const detail = await readApp(c.req.param('id'), workspace, backend)
    if (detail === null)
      throw new ProblemError(404, 'there is no such app any more; it may have been joined to another one')
    return showPage(c, { title: detail.app.name, section: '/apps', workspace }, appPage(detail))
  })

  routes.post('/apps/:id/standing', async (c) => {
    const { version, entry: entryId, ...decision } = await readForm(c, standingFields)
    const workspace = await backend.workspace()
    const app = (await workspace.store.get('apps', c.req.param('id')))?.value
    if (app === undefined) throw new ProblemError(404, 'there is no such app any more')
    const previous = entryId === null ? null : await workspace.store.get('inventory', entryId)
    if (entryId !== null && previous === null)
      throw new ProblemError(412, 'the inventory entry was removed meanwhile; load the app again')
    const taken = new Set((await workspace.store.list('inventory')).map(({ id }) => id))
    const entry = decidedEntry(app, previous?.value ?? null, decision, taken)
    await saveEntry(entry, version, jobContext(backend, workspace))
    return c.redirect(address.app(app.id), 303)
  })

  return routes
}

function withoutNulls({ standing, kind, source, capability, q }: AppQuery): AppFilter {
  return {
    standing: standing ?? undefined,
    kind: kind ?? undefined,
    source: source ?? undefined,
    capability: capability ?? undefined,
    q: q ?? undefined,
  }
}
