import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const ASSETS = [
  ['/assets/style.css', 'style.css', 'text/css; charset=utf-8'],
  ['/assets/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const

/** The files that pages refer to, all of them our own; read once, and asked for anew only by their hash. */
export function assetRoutes(): Hono {
  const app = new Hono()
  for (const [path, name, type] of ASSETS) {
    const body = readFileSync(join(import.meta.dirname, name), 'utf8')
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    app.get(path, (c) => {
      const headers = { 'content-type': type, 'cache-control': 'no-cache', etag }
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
      return c.body(body, 200, headers)
    })
  }
  return app
}
