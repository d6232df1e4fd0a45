import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import { ProblemError } from './problem.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

export const pagingQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT).openapi({ description: 'items a page' }),
  after: z.string().optional().openapi({ description: 'the cursor of a Link; opaque' }),
  format: z
    .enum(['json', 'csv', 'xlsx'])
    .default('json')
    .openapi({ description: 'csv and xlsx hold all items of the filter' }),
}

/** The answer to a cursor whose item is gone. */
export const PAGE_GONE = {
  410: { description: 'The list changed and this page is gone; begin again without "after"' },
} as const

/**
 * One page of a sorted list, with `Link: <…>; rel="next"` (RFC 8288) where there is more. The cursor is the id of the
 * last item seen, so that a list which grows meanwhile neither repeats nor skips. 410 when that item is gone.
 */
export function page<T>(
  c: Context,
  items: readonly T[],
  idOf: (item: T) => string,
  limit: number,
  after: string | undefined,
): readonly T[] {
  const start = after === undefined ? 0 : positionAfter(items, idOf, after)
  const shown = items.slice(start, start + limit)
  const last = shown.at(-1)
  if (last !== undefined && start + limit < items.length)
    c.header('link', `<${nextUrl(c.req.url, idOf(last))}>; rel="next"`)
  return shown
}

function positionAfter<T>(items: readonly T[], idOf: (item: T) => string, after: string): number {
  const id = Buffer.from(after, 'base64url').toString('utf8')
  const index = items.findIndex((item) => idOf(item) === id)
  if (index === -1) throw new ProblemError(410, 'the list changed and this page is gone; begin again without "after"')
  return index + 1
}

function nextUrl(current: string, id: string): string {
  const url = new URL(current)
  url.searchParams.set('after', Buffer.from(id, 'utf8').toString('base64url'))
  return `${url.pathname}${url.search}`
}
