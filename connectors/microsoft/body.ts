import { ConnectorError } from '#core/connector.ts'

/** Reads an answer as JSON. Throws `ConnectorError('malformed')` for a web page, a cut-off body and the like. */
export async function readJson(response: Response, what: string): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    const found = /^\s*</.test(text) ? 'a web page' : `${text.length} characters that are no complete JSON`
    throw new ConnectorError(
      'malformed',
      `microsoft: ${what} answered ${response.status} with ${found}; is a proxy in between?`,
      { cause },
    )
  }
}
