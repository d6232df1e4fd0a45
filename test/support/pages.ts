import type { Hono } from 'hono'
import type { Store } from '#core/store.ts'
import { createApp } from '#src/app.ts'
import { openTestBackend } from './backend.ts'
import type { TestBackend, TestCompany } from './backend.ts'

export type Pages = AsyncDisposable & {
  readonly app: Hono
  readonly opened: TestBackend
  readonly store: Store
  /** The page of a path; the status has to be the one expected. */
  get(path: string, status?: number): Promise<string>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
  upload(path: string, file: File, fields?: Readonly<Record<string, string>>): Promise<Response>
}

const BROWSER = { host: '127.0.0.1:8080', accept: 'text/html,application/xhtml+xml' }

/** The whole app over a test company, asked as a browser without scripts asks. */
export async function openPages(company: TestCompany = {}): Promise<Pages> {
  const opened = await openTestBackend(company)
  const onBug = (error: unknown): void => {
    throw error
  }
  const app = createApp(opened.backend, { host: '127.0.0.1', baseUrl: null, onBug })
  return {
    app,
    opened,
    store: opened.store,
    async get(path, status = 200) {
      const response = await app.request(path, { headers: BROWSER })
      const page = await response.text()
      if (response.status !== status) throw new Error(`${path} answers ${response.status}: ${page.slice(0, 2000)}`)
      return page
    },
    async post(path, fields) {
      const headers = {
        ...BROWSER,
        origin: 'http://127.0.0.1:8080',
        'content-type': 'application/x-www-form-urlencoded',
      }
      return app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
    },
    async upload(path, file, fields = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file)
      return app.request(path, { method: 'POST', headers: { ...BROWSER, origin: 'http://127.0.0.1:8080' }, body: form })
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

/** What a reader sees of a page: its text without markup, spaces joined. */
export function textOf(page: string): string {
  return page
    .replace(/<title>.*?<\/title>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
