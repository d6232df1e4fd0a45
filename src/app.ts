import { Hono } from 'hono'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { diskTrouble } from '#core/disk-trouble.ts'
import { StoreError } from '#core/store.ts'
import { JobsEnded } from '#jobs/jobs.ts'
import { apiRoutes } from './api/api.ts'
import type { Backend } from './api/backend.ts'
import { guard } from './api/guard.ts'
import type { GuardSettings } from './api/guard.ts'
import { healthRoutes } from './api/health.ts'
import { metricsRoutes } from './api/metrics.ts'
import { ProblemError, problemResponse } from './api/problem.ts'
import { errorPage } from './web/error-page.ts'
import { webRoutes } from './web/web.ts'

export type AppSettings = GuardSettings & {
  /** Told of what Daylight itself did wrong; the person who asked gets no details. */
  readonly onBug: (error: unknown) => void
}

const SELF = ["'self'"]
const NONE = ["'none'"]

/** API and pages behind one guard. What goes wrong is a problem document for programs and a page for people. */
export function createApp(backend: Backend, settings: AppSettings): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: NONE,
        styleSrc: SELF,
        scriptSrc: SELF,
        imgSrc: SELF,
        connectSrc: SELF,
        formAction: SELF,
        baseUri: NONE,
        frameAncestors: NONE,
      },
      // Not `no-referrer`: browsers then send forms of our own pages with `Origin: null`, and the guard refuses them.
      referrerPolicy: 'same-origin',
      // Daylight itself serves plain http on loopback; who puts TLS before it sets this there.
      strictTransportSecurity: false,
    }),
  )
  app.use(guard(settings))
  app.route('/', healthRoutes(backend))
  app.route('/', metricsRoutes(backend))
  const api = apiRoutes(backend)
  app.route('/', api)
  app.route('/', webRoutes(backend, { openapi: async () => (await api.request('/openapi.json')).json() }))
  app.notFound((c) => answer(c, new ProblemError(404, `there is nothing at ${c.req.path}`)))
  app.onError((error, c) => answer(c, toProblem(error, settings.onBug)))
  return app
}

function toProblem(error: unknown, onBug: (error: unknown) => void): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException && error.status < 500)
    return new ProblemError(error.status === 415 ? 415 : 400, error.message || 'the request is malformed')
  if (error instanceof StoreError && error.code === 'conflict') {
    return new ProblemError(412, 'somebody changed this meanwhile; read it again and decide on what it says now')
  }
  if (error instanceof StoreError && error.code === 'busy') return new ProblemError(409, error.message)
  if (error instanceof StoreError || error instanceof JobsEnded) return new ProblemError(503, error.message)
  if (diskTrouble(error) !== null) {
    return new ProblemError(
      503,
      'nothing can be written to the disk now; free some space or make it writable, then try again',
    )
  }
  onBug(error)
  return new ProblemError(500, 'Daylight made a mistake; what it said is in its log')
}

function answer(c: Context, problem: ProblemError): Response | Promise<Response> {
  const forPeople = !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
  if (!forPeople) return problemResponse(c, problem)
  return c.html(errorPage(problem.status, problem.title, problem.message), problem.status)
}
