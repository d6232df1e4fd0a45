import type { ProviderFetch } from './fetch.ts'

/** One recorded response. A query value of null says that the parameter must be absent. */
export type Recording = {
  readonly method?: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | null>>
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/**
 * A network that answers from recorded responses: the sample company is read through the real connectors. The first
 * recording that fits method, path and the query values it names answers; anything else is a 404 that says so.
 */
export function createReplayFetch(recordings: readonly Recording[]): ProviderFetch {
  return async function replayFetch(input, init) {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const recording = recordings.find((candidate) => fits(candidate, request.method, url))
    if (recording === undefined) {
      return Response.json(
        { error: { code: 404, message: `no recording for ${request.method} ${url.pathname}` } },
        { status: 404 },
      )
    }
    const { status = 200, headers = {}, body } = recording
    return Response.json(body, { status, headers })
  }
}

function fits(recording: Recording, method: string, url: URL): boolean {
  if ((recording.method ?? 'GET') !== method || recording.path !== decodeURIComponent(url.pathname)) return false
  return Object.entries(recording.query ?? {}).every(([name, value]) => url.searchParams.get(name) === value)
}
