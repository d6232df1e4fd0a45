import { Hono } from 'hono'
import { z } from 'zod'
import { DECISIONS, decideFinding } from '#jobs/decide-finding.ts'
import { filterFindings } from '#jobs/filter-findings.ts'
import type { FindingFilter } from '#jobs/filter-findings.ts'
import { getFinding, listFindings } from '#jobs/read-findings.ts'
import type { Backend } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { address } from '../address.ts'
import { slice } from '../components/pager.ts'
import { readChargeJudging } from '../judgements/read.ts'
import { needed, readForm, seenVersion } from '../form.ts'
import { showPage } from '../show-page.ts'
import { parseFindingQuery } from './filter.ts'
import type { FindingQuery } from './filter.ts'
import { findingListPage } from './list-page.ts'
import { findingPage } from './one-page.ts'

const PAGE_SIZE = 50
const decision = z.object({
  version: seenVersion,
  status: z.enum(DECISIONS, `choose one of ${DECISIONS.join(', ')}`),
  reason: needed('why'),
  by: needed('who decided', 200),
})

export function findingRoutes(backend: Backend): Hono {
  const routes = new Hono()

  routes.get('/findings', async (c) => {
    const workspace = await backend.workspace()
    const [findings, apps] = await Promise.all([listFindings(workspace.store), workspace.store.list('apps')])
    const filter = parseFindingQuery((name) => c.req.query(name))
    const all = filterFindings(
      findings.map(({ value }) => value),
      withoutNulls(filter),
    )
    const shown = slice(all, Number(c.req.query('page')) || 1, PAGE_SIZE)
    const spokenOf = new Set(findings.map(({ value }) => value.app))
    const names = new Map(apps.filter(({ id }) => spokenOf.has(id)).map(({ id, value }) => [id, value.name]))
    const content = findingListPage({ filter, shown, rules: backend.knowledge.rules, apps: names })
    return showPage(c, { title: 'Findings', section: '/findings', workspace }, content)
  })

  routes.get('/findings/:id', async (c) => {
    const workspace = await backend.workspace()
    const stored = await getFinding(workspace.store, c.req.param('id'))
    if (stored === null) throw new ProblemError(404, 'there is no such finding; it may be of another company’s data')
    const { value: finding, version } = stored
    const app = finding.app === null ? null : await workspace.store.get('apps', finding.app)
    const rule = backend.knowledge.rules.find(({ id }) => id === finding.rule) ?? null
    const charge = await readChargeJudging(stored, workspace.store)
    const content = findingPage({ finding, version, rule, app: app?.value.name ?? null, charge })
    return showPage(c, { title: finding.title, section: '/findings', workspace }, content)
  })

  routes.post('/findings/:id/decision', async (c) => {
    const { version, ...decided } = await readForm(c, decision)
    const { store, clock } = await backend.workspace()
    const id = c.req.param('id')
    const outcome = await decideFinding(id, decided, version, { store, clock, knowledge: backend.knowledge })
    if (outcome.outcome === 'not-found') throw new ProblemError(404, 'there is no such finding')
    if (outcome.outcome === 'refused') throw new ProblemError(409, outcome.reason)
    return c.redirect(address.finding(id), 303)
  })

  return routes
}

function withoutNulls({ status, severity, rule, app }: FindingQuery): FindingFilter {
  return {
    status: status ?? undefined,
    severity: severity ?? undefined,
    rule: rule ?? undefined,
    app: app ?? undefined,
  }
}
