import { Hono } from 'hono'
import type { Backend } from './backend.ts'

/** `/livez`: the process answers. `/readyz`: it can read and write its data; 503 says why it cannot. */
export function healthRoutes(backend: Backend): Hono {
  const router = new Hono()
  router.get('/livez', (c) => c.json({ status: 'alive' }))
  router.get('/readyz', async (c) => {
    try {
      const { store, sample } = await backend.workspace()
      await store.list('company')
      const unwritable = (await backend.storage())?.unwritable ?? null
      if (unwritable !== null) return c.json({ status: 'read-only', reason: unwritable }, 503)
      return c.json({ status: 'ready', sample })
    } catch (error) {
      return c.json({ status: 'not-ready', reason: error instanceof Error ? error.message : String(error) }, 503)
    }
  })
  return router
}
