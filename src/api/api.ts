import type { OpenAPIHono } from '@hono/zod-openapi'
import { appRoutes } from './apps.ts'
import type { Backend } from './backend.ts'
import { checkRoutes } from './check.ts'
import { findingRoutes } from './findings.ts'
import { importRoutes } from './imports.ts'
import { inventoryRoutes } from './inventory.ts'
import { judgementRoutes } from './judgements.ts'
import { requestRoutes } from './requests.ts'
import { createRouter } from './router.ts'
import { scanRoutes } from './scans.ts'
import { shortlistRoutes } from './shortlist.ts'

const RESOURCES = [
  checkRoutes,
  appRoutes,
  findingRoutes,
  inventoryRoutes,
  judgementRoutes,
  scanRoutes,
  importRoutes,
  shortlistRoutes,
  requestRoutes,
]

/** The JSON API under `/api/v1`, described at `/openapi.json`. */
export function apiRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()
  for (const routes of RESOURCES) router.route('/api/v1', routes(backend))
  router.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Daylight',
      version: '1',
      description: 'The software a company really uses: apps, findings, inventory, judgements, requests.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  })
  return router
}
