import type { Context, Middleware } from '@microsoft/microsoft-graph-client'
import { ConnectorError } from '#core/connector.ts'
import type { Meter } from '#core/connector.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { readJson } from './body.ts'
import { followable, toRoot, toSdk } from './links.ts'
import type { TokenSource } from './token.ts'
import { classify } from './trouble.ts'
import type { Asked, Trouble } from './trouble.ts'
import { parseGraphError, parsePage } from './wire.ts'

export type Wire = {
  /** As `normaliseRoot` gives it. */
  readonly root: string
  readonly tokens: TokenSource
  readonly fetch: ProviderFetch
  readonly meter: Meter
  readonly signal: AbortSignal
}

/**
 * The HTTP handler below the SDK, for one listing. The SDK knows neither other hosts nor plain http, takes a broken
 * body for an error with status 200 and an unknown one for an empty page; so this maps addresses, adds the token,
 * checks every page before the SDK sees it, and remembers what really went wrong, which the SDK rewrites.
 */
export interface ListingHandler extends Middleware {
  /** What was thrown, or undefined. */
  failure(): unknown
  /** Set when the last page has a next link that must not be followed: for the SDK, the listing ends there. */
  unfollowed(): Trouble | null
}

export function createListingHandler(wire: Wire, asked: Asked): ListingHandler {
  const { root } = wire
  const seen = new Set<string>()
  let next: string | null = null
  let failure: unknown
  let unfollowed: Trouble | null = null

  async function answer(context: Context): Promise<Response> {
    if (typeof context.request !== 'string') throw new TypeError('the Graph SDK addresses requests by string')
    // The whole next link as Graph gave it: the SDK takes links apart and reorders their parameters.
    const url = next ?? toRoot(context.request, root)
    seen.add(url)
    const response = await send(wire, url)
    if (!response.ok) throw await refusal(response, asked)
    const page = parsePage(await readJson(response, asked.subject))
    if (page === null) {
      throw new ConnectorError(
        'malformed',
        `microsoft: the answer for ${asked.subject} is no list; check MICROSOFT_GRAPH_ROOT`,
      )
    }
    next = page.next === null ? null : nextOf(page.next, url)
    return Response.json({ value: page.value, ...(next !== null && { '@odata.nextLink': toSdk(next, root) }) })
  }

  function nextOf(link: string, page: string): string | null {
    const target = followable(link, page, root)
    if (target !== null && !seen.has(target)) return target
    const host = URL.canParse(link) ? new URL(link).host : 'an unreadable address'
    const reason =
      target === null
        ? `the next page of ${asked.subject} is said to be at ${host}, which is not MICROSOFT_GRAPH_ROOT; it was not followed`
        : `Graph names the same next page of ${asked.subject} again and again; reading stopped there`
    unfollowed = { code: 'malformed', reason: `microsoft: ${reason}` }
    return null
  }

  return {
    failure: () => failure,
    unfollowed: () => unfollowed,
    async execute(context) {
      try {
        context.response = await answer(context)
      } catch (cause) {
        failure = cause
        throw cause
      }
    },
  }
}

async function send(wire: Wire, url: string): Promise<Response> {
  const token = await wire.tokens.get()
  const response = await sendWith(token, wire, url)
  if (response.status !== 401) return response
  const renewed = await wire.tokens.renew(token)
  if (renewed === null) return response
  await response.body?.cancel()
  wire.meter.retries += 1
  return sendWith(renewed, wire, url)
}

async function sendWith(token: string, { tokens, fetch }: Wire, url: string): Promise<Response> {
  const response = await fetch(url, { headers: headersOf(token) })
  if (response.status !== 401) tokens.accepted(token)
  return response
}

function headersOf(token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    // Nightly work gives way: https://learn.microsoft.com/graph/throttling
    'x-ms-throttle-priority': 'low',
  }
}

async function refusal(response: Response, asked: Asked): Promise<Error> {
  const { status } = response
  const retryAfter = response.headers.get('retry-after')
  let body: unknown = null
  try {
    body = await readJson(response, asked.subject)
  } catch (cause) {
    // A gateway's error page: the status says enough.
    if (!(cause instanceof ConnectorError)) throw cause
  }
  return classify({ status, retryAfter, ...parseGraphError(body) }, asked)
}
