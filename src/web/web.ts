import { Hono } from 'hono'
import type { Backend } from '#src/api/backend.ts'
import { appRoutes } from './apps/routes.ts'
import { assetRoutes } from './assets.ts'
import { checkRoutes } from './check/routes.ts'
import { docsRoutes } from './docs/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { judgementRoutes } from './judgements/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { scanRoutes } from './scans/routes.ts'
import { shortlistRoutes } from './shortlist/routes.ts'

export type WebOptions = {
  /** The OpenAPI document that `/docs` lists. */
  readonly openapi?: () => Promise<unknown>
}

/** All pages and what they load. They work without scripts; what they change goes through the same jobs as the API. */
export function webRoutes(backend: Backend, { openapi }: WebOptions = {}): Hono {
  const pages = [
    overviewRoutes,
    findingRoutes,
    appRoutes,
    judgementRoutes,
    inventoryRoutes,
    checkRoutes,
    shortlistRoutes,
    requestRoutes,
    importRoutes,
    scanRoutes,
  ]
  const app = new Hono()
  app.route('/', assetRoutes())
  for (const routes of pages) app.route('/', routes(backend))
  if (openapi !== undefined) app.route('/', docsRoutes(backend, openapi))
  return app
}
