import { ConnectorError } from '#core/connector.ts'

// A page of 999 directory objects is a few megabytes; anything near this is a broken server or a compression bomb.
const LIMIT_BYTES = 64 * 1024 * 1024

/**
 * Reads a response as JSON. Throws `ConnectorError`: `unavailable` when the connection breaks in mid-body, `malformed`
 * when the body is too large or no JSON; and the signal's reason when it is aborted.
 */
export async function readJson(response: Response, what: string, signal: AbortSignal): Promise<unknown> {
  const text = await readText(response, what, signal)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const like = /^\s*</.test(text) ? 'a web page' : `${text.length} characters that are no complete JSON`
    throw new ConnectorError(
      'malformed',
      `microsoft: ${what} answered ${response.status} with ${like}; is a proxy in between?`,
      { cause },
    )
  }
}

async function readText(response: Response, what: string, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder()
  const parts: string[] = []
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > LIMIT_BYTES) break
      parts.push(decoder.decode(chunk, { stream: true }))
    }
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    throw new ConnectorError(
      'unavailable',
      `microsoft: the connection broke while reading ${what}; the next scan tries again`,
      { cause },
    )
  }
  if (bytes > LIMIT_BYTES)
    throw new ConnectorError(
      'malformed',
      `microsoft: a page of ${what} is larger than ${LIMIT_BYTES} bytes and was not read`,
    )
  return parts.join('') + decoder.decode()
}
