import { Hono } from 'hono'
import { z } from 'zod'
import type { FileSettings } from '#core/file-reader.ts'
import { checkFiles, sniffFile, unreadable } from '#jobs/check-files.ts'
import type { Backend } from '#src/api/backend.ts'
import { ProblemError } from '#src/api/problem.ts'
import { receiveUpload } from '#src/api/upload.ts'
import { address, withQuery } from '../address.ts'
import { needed, readFields, readForm } from '../form.ts'
import { showPage } from '../show-page.ts'
import { withAnswers } from './answers.ts'
import { dropHeld, holdUpload, readHeld, sweepHeld } from './held-upload.ts'
import type { HeldSettings, HeldUpload } from './held-upload.ts'
import { importListPage } from './list-page.ts'
import { previewPage } from './preview-page.ts'
import { previewOf, storedVersion } from './preview-of.ts'

const section = '/imports'
const importing = z.object({ version: needed('the version; load the page again', 100) })
const kind = z.enum(['statement', 'app-list']).nullable().catch(null)

export function importRoutes(backend: Backend): Hono {
  const routes = new Hono()

  async function held(id: string): Promise<HeldUpload> {
    const found = await readHeld(await backend.uploadFolder(), id)
    if (found === null) throw new ProblemError(404, 'this upload is not here any more; upload the file again')
    return found
  }

  const settingsOf = ({ account, mapping }: HeldSettings): FileSettings => ({
    account,
    mapping,
    currency: backend.currency,
  })

  routes.get('/imports', async (c) => {
    const workspace = await backend.workspace()
    const imports = (await workspace.store.list('imports'))
      .map(({ value }) => value)
      .toSorted((a, b) => Date.parse(b.importedAt) - Date.parse(a.importedAt) || (a.file < b.file ? -1 : 1))
    const record = imports.find(({ id }) => id === c.req.query('done'))
    const done = record === undefined ? null : { record, again: c.req.query('again') === 'yes' }
    return showPage(c, { title: 'Imports', section, workspace }, importListPage({ imports, done }))
  })

  routes.post('/imports/preview', async (c) => {
    const folder = await backend.uploadFolder()
    await sweepHeld(folder, Date.now())
    const id = backend.createId()
    // Kept until it is imported, discarded, or a day old; an upload that fails removes itself.
    const { file, fields } = await receiveUpload(c, folder, id)
    const account = fields.get('account')?.trim() || null
    await holdUpload(folder, id, { name: file.name, as: kind.parse(fields.get('as') ?? null), account, mapping: null })
    return c.redirect(address.preview(id), 303)
  })

  routes.get('/imports/preview/:id', async (c) => {
    const id = c.req.param('id')
    const { file, settings } = await held(id)
    const workspace = await backend.workspace()
    const preview = await previewOf(file, settings.as, settingsOf(settings), workspace, await backend.readers())
    const version = await storedVersion(workspace)
    const content = previewPage({ id, preview, settings, version, sample: workspace.sample })
    return showPage(c, { title: file.name, section, workspace }, content)
  })

  routes.post('/imports/preview/:id', async (c) => {
    const id = c.req.param('id')
    const fields = await readFields(c)
    const { file, settings } = await held(id)
    if (fields['reset'] !== undefined) {
      await holdUpload(await backend.uploadFolder(), id, { ...settings, mapping: null })
      return c.redirect(address.preview(id), 303)
    }
    const { reader, format } = await sniffFile(file, settings.as, settingsOf(settings), await backend.readers())
    const columns = z.object({ columns: z.record(z.string(), z.string()) }).safeParse(format)
    const mapping = withAnswers(settings.mapping, columns.success ? columns.data.columns : {}, fields)
    await holdUpload(await backend.uploadFolder(), id, { ...settings, as: reader.source, mapping })
    return c.redirect(address.preview(id), 303)
  })

  routes.post('/imports/preview/:id/import', async (c) => {
    const id = c.req.param('id')
    const { version } = await readForm(c, importing)
    const { file, path, settings } = await held(id)
    const checked = await checkFiles([file], settings.as, settingsOf(settings), await backend.readers())
    if (unreadable(checked).length > 0) return c.redirect(address.preview(id), 303)
    const own = await backend.ownWorkspace()
    if ((await storedVersion(own)) !== version) {
      throw new ProblemError(
        409,
        'other data was imported or read since you looked at this file; go back and load the preview again, since rows may be known now',
      )
    }
    const files = [{ path, name: file.name }]
    const [outcome] = await own.jobs.importFiles({ files, as: settings.as, settings: settingsOf(settings) })
    if (outcome === undefined || !('record' in outcome)) throw new Error('a readable file is imported')
    await dropHeld(await backend.uploadFolder(), id)
    const again = outcome.status === 'already-imported' ? 'yes' : null
    return c.redirect(withQuery(section, { done: outcome.record.id, again }), 303)
  })

  routes.post('/imports/preview/:id/discard', async (c) => {
    const id = c.req.param('id')
    await held(id)
    await dropHeld(await backend.uploadFolder(), id)
    return c.redirect(section, 303)
  })

  return routes
}
