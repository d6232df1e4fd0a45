import { Hono } from 'hono'
import type { Draft } from '#core/judge/draft.ts'
import { judge } from '#jobs/judge.ts'
import { readEvidence } from '#jobs/read-evidence.ts'
import { getFinding } from '#jobs/read-findings.ts'
import { readUnrecognised } from '#jobs/read-unrecognised.ts'
import { undoJudgement } from '#jobs/undo-judgement.ts'
import type { Backend, Workspace } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { address } from '../address.ts'
import { slice } from '../components/pager.ts'
import { readForm } from '../form.ts'
import { jobContext } from '../job-context.ts'
import { showPage } from '../show-page.ts'
import { answerFields, draftsOf, mergeFields, ticked, undoFields } from './fields.ts'
import { judgementListPage } from './list-page.ts'
import { readDecided } from './read.ts'
import { chargeSubjects, subjectsOf } from './subjects.ts'

const PAGE_SIZE = 50
const CHANGED = 'this changed meanwhile; load the page again and decide on what it says now'

/** The list of decisions, and the forms of other pages that make and undo them. */
export function judgementRoutes(backend: Backend): Hono {
  const routes = new Hono()

  async function keep(drafts: readonly Draft[] | string, workspace: Workspace): Promise<void> {
    if (typeof drafts === 'string')
      throw new ProblemError(422, `${drafts}. Go back, and what you entered is still there`)
    const judged = await judge(drafts, { by: 'IT', renew: true }, jobContext(backend, workspace))
    if (judged.outcome === 'judged') return
    const reasons = [...new Set(judged.problems.map(({ reason }) => reason))]
    throw new ProblemError(422, `${reasons.join('; ')}. Go back, and what you entered is still there`)
  }

  routes.get('/judgements', async (c) => {
    const workspace = await backend.workspace()
    const all = await readDecided(workspace.store, backend)
    const shown = slice(all, Number(c.req.query('page')) || 1, PAGE_SIZE)
    return showPage(c, { title: 'What people decided', section: '/apps', workspace }, judgementListPage(shown))
  })

  routes.post('/judgements/:id/undo', async (c) => {
    const { version, app } = await readForm(c, undoFields)
    const workspace = await backend.workspace()
    const undone = await undoJudgement(c.req.param('id'), version, jobContext(backend, workspace))
    if (undone === null) throw new ProblemError(404, 'this decision was undone already; nothing was changed')
    return c.redirect(app === null ? '/judgements' : await pageOf([app, undone.app], workspace), 303)
  })

  routes.post('/apps/:id/judgements', async (c) => {
    const { store, ...workspace } = await backend.workspace()
    const answer = await readForm(c, answerFields)
    const id = c.req.param('id')
    const [app, evidence] = await Promise.all([store.get('apps', id), readEvidence(store, id)])
    if (app === null || evidence === null) throw new ProblemError(404, 'there is no such app any more')
    if (app.version !== answer.version) throw new ProblemError(412, CHANGED)
    const identifiers = ticked(answer, subjectsOf(evidence, backend.knowledge.catalogue))
    await keep(draftsOf(answer, identifiers, id), { store, ...workspace })
    return c.redirect(await pageOf([id], { store, ...workspace }), 303)
  })

  routes.post('/apps/:id/merge', async (c) => {
    const workspace = await backend.workspace()
    const { version, into, by, reason } = await readForm(c, mergeFields)
    const id = c.req.param('id')
    const app = await workspace.store.get('apps', id)
    if (app === null) throw new ProblemError(404, 'there is no such app any more')
    if (app.version !== version) throw new ProblemError(412, CHANGED)
    await keep([{ decision: 'merge', app: id, into, id: null, by, at: null, reason: reason ?? '' }], workspace)
    const merged = (await readDecided(workspace.store, backend))[0]?.stored.value
    return c.redirect(await pageOf([merged?.decision === 'merge' ? merged.into : null], workspace), 303)
  })

  routes.post('/findings/:id/judgement', async (c) => {
    const workspace = await backend.workspace()
    const answer = await readForm(c, answerFields)
    const id = c.req.param('id')
    const finding = await getFinding(workspace.store, id)
    if (finding === null) throw new ProblemError(404, 'there is no such finding')
    const charge = await readUnrecognised(workspace.store, finding.value.subject.id)
    if (charge === null || finding.version !== answer.version) throw new ProblemError(412, CHANGED)
    const subjects = chargeSubjects(
      charge.charges.map(({ descriptor }) => descriptor),
      backend.knowledge.catalogue,
    )
    const identifiers = subjects.map(({ identifier }) => identifier)
    await keep(draftsOf(answer, identifiers, null), workspace)
    return c.redirect(address.finding(id), 303)
  })

  return routes
}

/** The page of the first of these apps that the company still has; else the list of decisions. */
async function pageOf(apps: readonly (string | null)[], { store }: Workspace): Promise<string> {
  for (const app of apps) if (app !== null && (await store.get('apps', app)) !== null) return address.app(app)
  return '/judgements'
}
