import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import type { Stored } from '#core/store.ts'
import { problemDetails, ProblemError } from './problem.ts'

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

const pageGone = {
  410: {
    description: 'The list changed and this page is gone; begin again without "after"',
    content: { 'application/problem+json': { schema: problemDetails } },
  },
}

/** The answer to a cursor whose item is gone. Typed without its content, so that handlers may answer with a file. */
export const PAGE_GONE: { readonly 410: { readonly description: string } } = pageGone

/** Documents by an ISO time, the latest first; of equal times by id, so that pages of a list never overlap. */
export function newestFirst<T>(stored: readonly Stored<T>[], timeOf: (value: T) => string): readonly Stored<T>[] {
  return stored.toSorted((a, b) => {
    const [timeA, timeB] = [timeOf(a.value), timeOf(b.value)]
    if (timeA !== timeB) return timeA < timeB ? 1 : -1
    return a.id < b.id ? -1 : 1
  })
}

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
