import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from '@hono/zod-openapi'

/** RFC 9457. `errors` points into the request: a JSON pointer, a parameter, a file line. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .loose()
  .openapi('Problem')

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not understood',
  403: 'Refused',
  404: 'Not here',
  409: 'In the way of something else',
  410: 'Not here any more',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong kind of content',
  422: 'What was sent does not fit',
  428: 'Say which version you saw',
  500: 'Daylight made a mistake',
  503: 'Not possible at the moment',
}

export type ProblemExtra = {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  /** Further members of the document, such as the open questions of an upload. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** Ends a request with a problem document: what is wrong and what to do, in one sentence. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode
  readonly title: string
  readonly extra: ProblemExtra

  constructor(status: ContentfulStatusCode, detail: string, extra: ProblemExtra = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.status = status
    this.title = TITLES[status] ?? 'Problem'
    this.extra = extra
  }
}

export function problemResponse(c: Context, problem: ProblemError): Response {
  const { status, title, message, extra } = problem
  const document = {
    type: 'about:blank',
    title,
    status,
    detail: message,
    ...(extra.errors === undefined ? {} : { errors: extra.errors }),
    ...extra.members,
  }
  return c.body(JSON.stringify(document), status, { 'content-type': 'application/problem+json' })
}

/** The responses that every route may give beside its own. */
export const PROBLEMS = {
  default: { description: 'A problem', content: { 'application/problem+json': { schema: problemDetails } } },
} as const
