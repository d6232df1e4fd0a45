import { ConnectorError } from '#core/connector.ts'
import type { Meter } from '#core/connector.ts'
import type { Source } from '#core/observation.ts'
import { readWhole } from './whole-body.ts'

/** What both SDKs are given instead of the global fetch. */
export type ProviderFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

export type ProviderFetchOptions = {
  readonly source: Source
  /** Origins this connector may call: its configured root and its token endpoint. Nothing else is ever dialled. */
  readonly origins: readonly string[]
  readonly meter: Meter
  readonly signal: AbortSignal
  /** The network, or a replay of recorded responses. */
  readonly fetch?: ProviderFetch
  readonly timeoutMs?: number
  readonly maxBytes?: number
}

// Long enough for the slowest listing page that providers document, short enough that a hung socket ends the step.
const READ_TIMEOUT_MS = 120_000
// Ten times the largest page that providers document; more is a fault or a compression bomb.
const MAX_BODY_BYTES = 32 * 1024 * 1024
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const USER_AGENT = 'daylight/0.1'

/**
 * The one way to a provider: counts requests, sets the deadline, keeps to the configured origins, follows no redirect
 * and turns network trouble, a body that breaks off or grows without end included, into `ConnectorError`. Answers with
 * an error status are returned, for the client to classify. The body of an answer is already read when it is returned.
 */
export function createProviderFetch(options: ProviderFetchOptions): ProviderFetch {
  const { source, meter, signal, timeoutMs = READ_TIMEOUT_MS, maxBytes = MAX_BODY_BYTES } = options
  const send = options.fetch ?? globalThis.fetch
  const origins = new Set(options.origins.map((origin) => new URL(origin).origin))
  return async function providerFetch(input, init) {
    signal.throwIfAborted()
    const request = new Request(input, init)
    const { origin } = new URL(request.url)
    if (!origins.has(origin)) {
      throw new ConnectorError('malformed', `${source}: refused to follow a link to ${origin}, which is not configured`)
    }
    meter.requests += 1
    const headers = new Headers(request.headers)
    headers.set('user-agent', USER_AGENT)
    const asked = init?.signal ? [init.signal] : []
    const deadline = AbortSignal.any([signal, request.signal, ...asked, AbortSignal.timeout(timeoutMs)])
    try {
      // Beside the request and not inside it: fetch lets go of a Request that waits, and once that is collected, its
      // signal ends nothing any more.
      const response = await send(new Request(request, { headers, redirect: 'manual' }), { signal: deadline })
      refuseRedirect(source, origin, response)
      return await readWhole(response, maxBytes, `${source}: ${origin}`)
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      if (cause instanceof ConnectorError) throw cause
      const reason = reasonOf(cause, timeoutMs)
      throw new ConnectorError('unavailable', `${source}: ${origin} could not be reached (${reason})`, { cause })
    }
  }
}

/** A provider root from the settings: https, or http for loopback only. Returns the problem, or null. */
export function rootProblem(root: string): string | null {
  if (!URL.canParse(root)) return 'is not a URL'
  const url = new URL(root)
  if (url.protocol === 'https:') return null
  if (url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return null
  return 'must begin with https:// (plain http is accepted for loopback only)'
}

function refuseRedirect(source: Source, origin: string, response: Response): void {
  const to = response.headers.get('location')
  if (to === null || response.status < 300 || response.status > 399) return
  const target = URL.canParse(to, origin) ? new URL(to, origin).origin : 'an unreadable address'
  throw new ConnectorError(
    'malformed',
    `${source}: ${origin} redirects to ${target}, which its API does not do; check the configured root and any proxy on the way`,
  )
}

function reasonOf(cause: unknown, timeoutMs: number): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return `no complete answer within ${timeoutMs / 1000} s`
  const origin = cause.cause instanceof Error ? cause.cause : cause
  // A refused connection to a name with several addresses is an AggregateError without a message.
  if (origin.message === '' && 'code' in origin) return String(origin.code)
  return origin.message
}
