import type { MethodOptions } from '@googleapis/admin'
import { ConnectorError } from '#core/connector.ts'
import type { ReadContext } from '#core/connector.ts'
import { createProviderFetch } from '#provider/fetch.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { createTokenSource } from './access-token.ts'
import type { AccessToken } from './access-token.ts'
import { failureOf, malformed, malformedBecause, networkFailure } from './failure.ts'
import type { Failure } from './failure.ts'
import { SCOPES } from './settings.ts'
import type { GoogleSettings, Scope } from './settings.ts'
import { FIELDS, parsePage } from './listing.ts'
import type { Page } from './listing.ts'
import { embeddedErrorStatus, parseJson } from './refusal.ts'

export type PageAnswer = ({ readonly kind: 'page' } & Page) | Failure | { readonly kind: 'gone' }

export type ActivityQuery = {
  readonly application: 'token' | 'saml'
  readonly eventName: string
  /** ISO time. */
  readonly startTime: string
}

/** The three listings of the Admin SDK that are read, and nothing that writes. */
export interface GoogleClient {
  users(query: { readonly deleted: boolean; readonly size: number }, pageToken: string | null): Promise<PageAnswer>
  /** `gone` where Google knows no such person any more. A suspended person's refusal is not tried again. */
  tokens(userKey: string, suspended: boolean): Promise<PageAnswer>
  activities(query: ActivityQuery, size: number, pageToken: string | null): Promise<PageAnswer>
  /** Whether the scope is granted, without calling an API. */
  token(scope: string): Promise<AccessToken | Failure>
}

type Exchange = { readonly status: number; readonly text: string } | Failure
type Send = (options: MethodOptions) => Promise<{ readonly status: number; readonly data: unknown }>

export async function createGoogleClient(
  settings: GoogleSettings,
  context: ReadContext,
  network: ProviderFetch | undefined,
): Promise<GoogleClient> {
  // Loading the SDK takes a tenth of a second, which a command that reads no Google must not pay.
  const { admin } = await import('@googleapis/admin')
  const { apiRoot, customer, serviceAccount } = settings
  const { meter, signal } = context
  const fetch = createProviderFetch({
    source: 'google',
    origins: [apiRoot, serviceAccount.tokenUri],
    meter,
    signal,
    ...(network && { fetch: network }),
  })
  // Google holds assertions against its own clock, whatever moment the read is made for.
  const accessTokens = createTokenSource(settings, fetch, () => new Date())
  const options = { rootUrl: apiRoot, retry: false }
  const directory = admin({ version: 'directory_v1', ...options })
  const reports = admin({ version: 'reports_v1', ...options })

  async function call(scope: Scope, send: Send, renew = true): Promise<Exchange> {
    const token = await accessTokens.get(scope)
    if (token.kind === 'failed') return token
    const answer = await exchange(token, send)
    if ('kind' in answer || answer.status !== 401 || !renew) return answer
    await accessTokens.drop(scope, token)
    const renewed = await accessTokens.get(scope)
    if (renewed.kind === 'failed') return renewed
    meter.retries += 1
    return exchange(renewed, send)
  }

  async function exchange(token: AccessToken, send: Send): Promise<Exchange> {
    try {
      const { status, data } = await send({
        headers: { authorization: `Bearer ${token.value}` },
        fetchImplementation: (input, init) => fetch(withRoot(apiRoot, urlOf(input)), init),
        // gaxios returns JSON that breaks off as a string with status 200; so the text is parsed here.
        responseType: 'text',
        validateStatus: () => true,
      })
      return { status, text: String(data) }
    } catch (error) {
      signal.throwIfAborted()
      const cause = error instanceof Error ? error.cause : undefined
      if (cause instanceof ConnectorError) return networkFailure(cause)
      throw error
    }
  }

  return {
    token: (scope) => accessTokens.get(scope),
    async users({ deleted, size }, pageToken) {
      const query = { customer, maxResults: size, fields: FIELDS.users, ...(deleted && { showDeleted: 'true' }) }
      const send: Send = (method) => directory.users.list(withPage(query, pageToken), method)
      return pageOf(await call(SCOPES.people, send), 'users')
    },
    async tokens(userKey, suspended) {
      const send: Send = (method) => directory.tokens.list({ userKey, fields: FIELDS.tokens }, method)
      const answer = await call(SCOPES.tokens, send, !suspended)
      // Not a proxy's or a wrong root's 404, which comes as a page for people.
      if ('status' in answer && answer.status === 404 && !('kind' in answer) && !/^\s*</.test(answer.text)) {
        return { kind: 'gone' }
      }
      return pageOf(answer, 'items')
    },
    async activities({ application, eventName, startTime }, size, pageToken) {
      const query = {
        userKey: 'all',
        applicationName: application,
        eventName,
        startTime,
        maxResults: size,
        fields: FIELDS.activities,
        ...(customer !== 'my_customer' && { customerId: customer }),
      }
      const send: Send = (method) => reports.activities.list(withPage(query, pageToken), method)
      return pageOf(await call(SCOPES.reports, send), 'items')
    },
  }
}

function pageOf(answer: Exchange, list: 'users' | 'items'): PageAnswer {
  if ('kind' in answer) return answer
  const { status, text } = answer
  if (status < 200 || status > 299) return failureOf(status, text)
  const body = parseJson(text)
  if (body === undefined) return malformed(text)
  const embedded = embeddedErrorStatus(body)
  if (embedded !== null) return failureOf(embedded, text)
  const page = parsePage(body, list)
  return page.ok ? { kind: 'page', ...page.value } : malformedBecause(page.reason)
}

function withPage<Q extends object>(query: Q, pageToken: string | null): Q & { pageToken?: string } {
  return pageToken === null ? query : { ...query, pageToken }
}

// The SDK keeps the origin of `rootUrl` and drops its path.
function withRoot(apiRoot: string, url: URL): URL {
  const path = new URL(apiRoot).pathname.replace(/\/+$/, '')
  return new URL(`${path}${url.pathname}${url.search}`, apiRoot)
}

function urlOf(input: string | URL | Request): URL {
  return new URL(input instanceof Request ? input.url : input)
}
