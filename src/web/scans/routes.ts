import { Hono } from 'hono'
import { someoneScans } from '#jobs/someone-scans.ts'
import type { Backend, Workspace } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { address } from '../address.ts'
import { showPage } from '../show-page.ts'
import { scanListPage } from './list-page.ts'
import { scanPage } from './one-page.ts'

const section = '/scans'
// Long enough to read, short enough to see it move.
const REFRESH_SECONDS = 2

export function scanRoutes(backend: Backend): Hono {
  const routes = new Hono()

  routes.get('/scans', async (c) => {
    const workspace = await backend.workspace()
    const scans = (await workspace.store.list('scans'))
      .map(({ value }) => value)
      .toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
    const going = await goingOn(workspace)
    return showPage(c, { title: 'Scans', section, workspace }, scanListPage(scans, going))
  })

  routes.post('/scans', async (c) => {
    const { jobs } = await backend.workspace()
    const record = await jobs.startScan()
    if (record === null) {
      throw new ProblemError(
        409,
        'no source is configured; set one (connectors/*/README.md says how) and start Daylight again, or upload a statement',
      )
    }
    return c.redirect(address.scan(record.id), 303)
  })

  routes.get('/scans/:id', async (c) => {
    const workspace = await backend.workspace()
    const stored = await workspace.store.get('scans', c.req.param('id'))
    if (stored === null) throw new ProblemError(404, 'there is no such scan')
    const running = workspace.jobs.scanning()
    const progress = running?.id === stored.id ? running : null
    const isGoingOn = stored.id === (await goingOn(workspace))
    const refreshSeconds = isGoingOn ? REFRESH_SECONDS : null
    return showPage(
      c,
      { title: 'Scan', section, workspace, refreshSeconds },
      scanPage(stored.value, progress, isGoingOn),
    )
  })

  return routes
}

/** The id of the scan that is carried out now, by this server or by a command beside it; null when there is none. */
async function goingOn({ store, jobs }: Workspace): Promise<string | null> {
  const own = jobs.scanning()
  if (own !== null) return own.id
  const running = (await store.list('scans')).map(({ value }) => value).filter(({ status }) => status === 'running')
  if (running.length === 0 || !(await someoneScans(store))) return null
  return running.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))[0]?.id ?? null
}
