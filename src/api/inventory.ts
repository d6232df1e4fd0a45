import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { InventoryEntry } from '#core/inventory.ts'
import { removeEntry, saveEntry } from '#jobs/save-entry.ts'
import { inventoryChange, inventoryLine, newInventoryEntry, toInventoryLine } from '#shapes/inventory-line.ts'
import { entryId } from '#src/inventory-file/entry.ts'
import { inventoryCsv } from '#src/inventory-file/write.ts'
import { INVENTORY_LIST_COLUMNS } from '#src/export/inventory-columns.ts'
import type { Backend } from './backend.ts'
import { exportList, listContent, pageOf } from './list.ts'
import { PAGE_GONE, pagingQuery } from './paging.ts'
import { PROBLEMS, ProblemError } from './problem.ts'
import { createRouter } from './router.ts'
import { etagOf, refusingConflict, seenVersion } from './version.ts'
import { sayWorkingOut } from './working-out.ts'

const params = z.object({ id: z.string() })
const one = { description: 'The entry', content: { 'application/json': { schema: inventoryLine } } }
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

const list = createRoute({
  method: 'get',
  path: '/inventory',
  summary: 'What the company decided about tools',
  request: { query: z.object(pagingQuery) },
  responses: {
    200: {
      description: 'A page; CSV is what daylight inventory import reads',
      content: listContent(inventoryLine),
    },
    ...PAGE_GONE,
    ...PROBLEMS,
  },
})
const add = createRoute({
  method: 'post',
  path: '/inventory',
  summary: 'Add an entry',
  request: { body: body(newInventoryEntry) },
  responses: { 201: one, ...PROBLEMS },
})
const get = createRoute({
  method: 'get',
  path: '/inventory/{id}',
  summary: 'One entry',
  request: { params },
  responses: { 200: one, ...PROBLEMS },
})
const patch = createRoute({
  method: 'patch',
  path: '/inventory/{id}',
  summary: 'Change fields of an entry',
  request: { params, body: body(inventoryChange) },
  responses: { 200: one, ...PROBLEMS },
})
const put = createRoute({
  method: 'put',
  path: '/inventory/{id}',
  summary: 'Replace an entry',
  request: { params, body: body(newInventoryEntry) },
  responses: { 200: one, ...PROBLEMS },
})
const remove = createRoute({
  method: 'delete',
  path: '/inventory/{id}',
  summary: 'Take an entry off the inventory',
  request: { params },
  responses: { 204: { description: 'Gone' }, ...PROBLEMS },
})

export function inventoryRoutes(backend: Backend): OpenAPIHono {
  const router = createRouter()

  async function find(id: string): Promise<{ readonly version: number; readonly value: InventoryEntry }> {
    const stored = await (await backend.workspace()).store.get('inventory', id)
    if (stored === null) throw new ProblemError(404, `the inventory has no entry ${id}`)
    return stored
  }

  async function save(c: Context, entry: InventoryEntry, version: number): Promise<number> {
    const { store, jobs } = await backend.workspace()
    const saved = await refusingConflict(() => saveEntry(entry, version, { store, detect: () => jobs.workOut() }))
    sayWorkingOut(c, jobs)
    return saved.version
  }

  router.openapi(list, async (c) => {
    const { store } = await backend.workspace()
    const asked = c.req.valid('query')
    const entries = (await store.list('inventory')).map(({ value }) => value)
    if (asked.format === 'csv') {
      return c.body(inventoryCsv(entries), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="inventory.csv"',
      })
    }
    const lines = entries.map(toInventoryLine)
    const answer = {
      lines,
      rows: lines,
      columns: INVENTORY_LIST_COLUMNS,
      name: 'inventory',
      idOf: ({ id }: { id: string }) => id,
    }
    return (await exportList(c, answer, asked.format)) ?? c.json({ items: pageOf(c, answer, asked) }, 200)
  })

  router.openapi(add, async (c) => {
    const draft = c.req.valid('json')
    const entry: InventoryEntry = { ...draft, id: entryId(draft.tool) }
    const { store } = await backend.workspace()
    if ((await store.get('inventory', entry.id)) !== null) {
      throw new ProblemError(409, `${draft.tool} is in the inventory already, as ${entry.id}; change that entry`)
    }
    const version = await save(c, entry, 0)
    c.header('etag', etagOf(version))
    c.header('location', `/api/v1/inventory/${encodeURIComponent(entry.id)}`)
    return c.json(toInventoryLine(entry), 201)
  })

  router.openapi(get, async (c) => {
    const stored = await find(c.req.valid('param').id)
    c.header('etag', etagOf(stored.version))
    return c.json(toInventoryLine(stored.value), 200)
  })

  router.openapi(patch, async (c) => {
    const { id } = c.req.valid('param')
    const expected = seenVersion(c)
    const entry = inventoryLine.parse({ ...(await find(id)).value, ...c.req.valid('json') })
    c.header('etag', etagOf(await save(c, entry, expected)))
    return c.json(toInventoryLine(entry), 200)
  })

  router.openapi(put, async (c) => {
    const { id } = c.req.valid('param')
    const expected = seenVersion(c)
    await find(id)
    const entry = { ...c.req.valid('json'), id }
    c.header('etag', etagOf(await save(c, entry, expected)))
    return c.json(toInventoryLine(entry), 200)
  })

  router.openapi(remove, async (c) => {
    const { id } = c.req.valid('param')
    const expected = seenVersion(c)
    await find(id)
    const { store, jobs } = await backend.workspace()
    await refusingConflict(() => removeEntry(id, expected, { store, detect: () => jobs.workOut() }))
    sayWorkingOut(c, jobs)
    return c.body(null, 204)
  })

  return router
}
