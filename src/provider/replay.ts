import type { ProviderFetch } from './fetch.ts'

/** One recorded response. A query value of null says that the parameter must be absent. */
export type Recording = {
  readonly method?: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | null>>
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`: a page of HTML, half a JSON text. */
  readonly text?: string
}

/**
 * A network that answers from recorded responses: the sample company is read through the real connectors. The first
 * recording that fits method, path and the query values it names answers; anything else is a 404 that says so.
 */
export function createReplayFetch(recordings: readonly Recording[]): ProviderFetch {
  return async function replayFetch(input, init) {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const url = new URL(request.url)
    const recording = recordings.find((candidate) => fits(candidate, request.method, url))
    if (recording === undefined) {
      return Response.json(
        { error: { code: 404, message: `no recording for ${request.method} ${url.pathname}` } },
        { status: 404 },
      )
    }
    const { status = 200, headers = {}, body = null, text } = recording
    if (text !== undefined) return new Response(text, { status, headers })
    return status === 204 ? new Response(null, { status, headers }) : Response.json(body, { status, headers })
  }
}

function fits(recording: Recording, method: string, url: URL): boolean {
  if ((recording.method ?? 'GET') !== method || recording.path !== pathOf(url)) return false
  return Object.entries(recording.query ?? {}).every(([name, value]) => url.searchParams.get(name) === value)
}

function pathOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    // A stray percent sign is not an encoding; recordings name such a path as it is sent.
    return url.pathname
  }
}
