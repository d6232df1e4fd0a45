import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Workspace } from '#src/api/backend.ts'
import type { Html } from './html.ts'
import { layout } from './layout.ts'
import type { Section } from './layout.ts'

export type Page = {
  readonly title: string
  readonly section: Section | null
  readonly workspace: Pick<Workspace, 'sample' | 'jobs'>
  readonly status?: ContentfulStatusCode
  readonly refreshSeconds?: number | null
}

/** Answers with a whole page. Pages show the state of now, and of people: nothing keeps a copy. */
export function showPage(c: Context, page: Page, content: Html): Response | Promise<Response> {
  const { title, section, workspace, status = 200, refreshSeconds = null } = page
  c.header('cache-control', 'no-store')
  return c.html(
    layout(
      { title, section, sample: workspace.sample, workingOut: workspace.jobs.workingOut(), refreshSeconds },
      content,
    ),
    status,
  )
}
