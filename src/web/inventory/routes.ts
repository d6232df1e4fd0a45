import { Hono } from 'hono'
import type { App } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Stored } from '#core/store.ts'
import { removeEntry, saveEntry } from '#jobs/save-entry.ts'
import type { Backend, Workspace } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { receiveUpload } from '#src/api/upload.ts'
import { entryId, toEntry } from '#src/inventory-file/entry.ts'
import { readInventoryFile } from '#src/inventory-file/read.ts'
import { z } from 'zod'
import { address } from '../address.ts'
import { readFields, readForm, seenVersion, versionIn } from '../form.ts'
import { jobContext } from '../job-context.ts'
import { showPage } from '../show-page.ts'
import { entryPage } from './edit-page.ts'
import { fieldsOf } from './entry-form.ts'
import { inventoryListPage } from './list-page.ts'
import { parseEntry } from './parse-entry.ts'
import { inventoryUploadPage } from './upload-page.ts'

const section = '/inventory'
const removal = z.object({ version: seenVersion })

export function inventoryRoutes(backend: Backend): Hono {
  const routes = new Hono()

  routes.get('/inventory', async (c) => {
    const workspace = await backend.workspace()
    const [stored, apps] = await Promise.all([workspace.store.list('inventory'), appsByEntry(workspace)])
    const entries = stored.map(({ value }) => value)
    const content = inventoryListPage({ entries, apps, sample: workspace.sample })
    return showPage(c, { title: 'Inventory', section, workspace }, content)
  })

  routes.post('/inventory', async (c) => {
    const workspace = await backend.workspace()
    const fields = await readFields(c)
    const parsed = parseEntry(fields, backend.currency)
    const id = parsed.ok ? entryId(parsed.entry.tool) : ''
    const taken = id !== '' && (await workspace.store.get('inventory', id)) !== null
    const problems = !parsed.ok
      ? parsed.problems
      : id === ''
        ? { tool: 'has no letter or digit' }
        : taken
          ? { tool: 'is in the inventory already; change that entry' }
          : {}
    if (!parsed.ok || Object.keys(problems).length > 0) {
      const content = entryPage({ id: null, version: 0, fields, problems, app: null })
      return showPage(c, { title: 'Inventory', section, workspace, status: 422 }, content)
    }
    await saveEntry({ ...parsed.entry, id, app: null }, 0, jobContext(backend, workspace))
    return c.redirect(section, 303)
  })

  routes.post('/inventory/upload', async (c) => {
    await using received = await receiveUpload(c, await backend.uploadFolder(), backend.createId())
    const { file } = received
    const read = await readInventoryFile(file, { currency: backend.currency })
    if (read.refused !== null) throw new ProblemError(422, `${file.name}: ${read.refused}`)
    const workspace = await backend.ownWorkspace()
    const change = await workspace.jobs.importInventory(read.entries.map(toEntry))
    return showPage(c, { title: file.name, section, workspace }, inventoryUploadPage(file.name, read, change))
  })

  routes.get('/inventory/:id', async (c) => {
    const workspace = await backend.workspace()
    const { id, version, value } = await findEntry(workspace, c.req.param('id'))
    const app = (await appsByEntry(workspace)).get(id) ?? null
    const content = entryPage({ id, version, fields: fieldsOf(value), problems: {}, app })
    return showPage(c, { title: value.tool, section, workspace }, content)
  })

  routes.post('/inventory/:id', async (c) => {
    const workspace = await backend.workspace()
    const fields = await readFields(c)
    const version = versionIn(fields)
    const { id, value } = await findEntry(workspace, c.req.param('id'))
    const parsed = parseEntry(fields, backend.currency)
    if (!parsed.ok) {
      const app = (await appsByEntry(workspace)).get(id) ?? null
      const content = entryPage({ id, version, fields, problems: parsed.problems, app })
      return showPage(c, { title: value.tool, section, workspace, status: 422 }, content)
    }
    await saveEntry({ ...parsed.entry, id, app: value.app }, version, jobContext(backend, workspace))
    return c.redirect(address.entry(id), 303)
  })

  routes.post('/inventory/:id/remove', async (c) => {
    const { version } = await readForm(c, removal)
    const workspace = await backend.workspace()
    const { id } = await findEntry(workspace, c.req.param('id'))
    await removeEntry(id, version, jobContext(backend, workspace))
    return c.redirect(section, 303)
  })

  return routes
}

async function findEntry({ store }: Workspace, id: string): Promise<Stored<InventoryEntry>> {
  const stored = await store.get('inventory', id)
  if (stored === null) throw new ProblemError(404, 'this tool is not in the inventory any more')
  return stored
}

/** The app that each entry speaks of; of several, such as a line and its product, the one that most people use. */
async function appsByEntry({ store }: Workspace): Promise<ReadonlyMap<string, App>> {
  const apps = (await store.list('apps')).map(({ value }) => value).toSorted((a, b) => a.users - b.users)
  return new Map(apps.flatMap((app) => (app.inventoryEntry === null ? [] : [[app.inventoryEntry, app]])))
}
