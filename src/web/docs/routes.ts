import { Hono } from 'hono'
import type { Backend } from '#src/api/backend.ts'
import { showPage } from '../show-page.ts'
import { docsPage } from './page.ts'
import { readOperations } from './read-operations.ts'

/** What the API can do, out of its own document. */
export function docsRoutes(backend: Backend, openapi: () => Promise<unknown>): Hono {
  return new Hono().get('/docs', async (c) => {
    const workspace = await backend.workspace()
    const operations = readOperations(await openapi())
    return showPage(c, { title: 'API', section: null, workspace }, docsPage(operations))
  })
}
