import { ConnectorError } from '#core/connector.ts'
import type { Meter } from '#core/connector.ts'
import type { Source } from '#core/observation.ts'

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
}

// Long enough for the slowest listing page that providers document, short enough that a hung socket ends the step.
const READ_TIMEOUT_MS = 120_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The one way to a provider: counts requests, sets the deadline, keeps to the configured origins and turns network
 * trouble into `ConnectorError('unavailable')`. Answers with an error status are returned, for the client to classify.
 */
export function createProviderFetch(options: ProviderFetchOptions): ProviderFetch {
  const { source, meter, signal, timeoutMs = READ_TIMEOUT_MS } = options
  const send = options.fetch ?? globalThis.fetch
  const origins = new Set(options.origins.map((origin) => new URL(origin).origin))
  return async function providerFetch(input, init) {
    const request = new Request(input, init)
    const { origin } = new URL(request.url)
    if (!origins.has(origin)) {
      throw new ConnectorError('malformed', `${source}: refused to follow a link to ${origin}, which is not configured`)
    }
    meter.requests += 1
    const headers = new Headers(request.headers)
    headers.set('user-agent', 'daylight/0.1')
    const deadline = AbortSignal.any([signal, request.signal, AbortSignal.timeout(timeoutMs)])
    try {
      return await send(new Request(request, { headers, signal: deadline, redirect: 'error' }))
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      throw new ConnectorError('unavailable', `${source}: ${origin} could not be reached (${reasonOf(cause)})`, {
        cause,
      })
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

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause instanceof Error ? cause.cause.message : cause.message
}
