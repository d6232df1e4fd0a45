import { ConnectorError } from '#core/connector.ts'

// A Response with one of these must not have a body: https://fetch.spec.whatwg.org/#null-body-status
const BODILESS = new Set([101, 103, 204, 205, 304])

/**
 * The same answer with its body in memory, so that a connection that breaks in mid-body fails here, under the fetch
 * policy, and not inside an SDK. Throws `ConnectorError('malformed')` beyond `maxBytes` (uncompressed), and what the
 * network throws.
 */
export async function readWhole(response: Response, maxBytes: number, who: string): Promise<Response> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (response.body !== null) {
    for await (const chunk of response.body) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) {
        throw new ConnectorError('malformed', `${who} answered with more than ${maxBytes / 1024 / 1024} MB`)
      }
      chunks.push(chunk)
    }
  }
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  const { status, statusText } = response
  return new Response(BODILESS.has(status) ? null : Buffer.concat(chunks), { status, statusText, headers })
}
