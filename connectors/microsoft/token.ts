import { ConnectorError } from '#core/connector.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { readJson } from './body.ts'
import { clientAssertion, readCertificate } from './certificate.ts'
import { graphScope, tokenEndpoint } from './cloud.ts'
import type { MicrosoftSettings } from './settings.ts'
import { signInProblem } from './sign-in-problem.ts'
import { parseToken, parseTokenRefusal } from './wire.ts'

/** The access token of one read: fetched once for all, renewed before it ends. */
export interface TokenSource {
  /** Throws `ConnectorError` with one clear sentence. */
  get(): Promise<string>
  /** Told of a token that Graph took: should it be refused later, it has ended, and another one may help. */
  accepted(token: string): void
  /** A new token in place of one that Graph answered 401 to; null when a new one would be refused as well. */
  renew(refused: string): Promise<string | null>
}

type Token = { readonly value: string; readonly issuedAt: number; readonly renewAt: number }

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const RENEWAL_MARGIN_MS = 300_000

export function createTokenSource(options: {
  readonly settings: MicrosoftSettings
  readonly fetch: ProviderFetch
  readonly now: () => Date
}): TokenSource {
  let token: Token | null = null
  let pending: Promise<Token> | null = null
  // True for a token that replaced a refused one and that Graph has not taken yet: another one would fare no better.
  let onTrial = false

  async function current(): Promise<Token> {
    if (token !== null && options.now().getTime() < token.renewAt) return token
    // Four readers share one request.
    pending ??= requestToken(options).finally(() => {
      pending = null
    })
    token = await pending
    return token
  }

  return {
    async get() {
      return (await current()).value
    },
    accepted(value) {
      if (token?.value === value) onTrial = false
    },
    async renew(refused) {
      if (token?.value === refused) {
        if (onTrial) return null
        token = null
        onTrial = true
      }
      const { value } = await current()
      return value === refused ? null : value
    },
  }
}

async function requestToken({ settings, fetch, now }: Parameters<typeof createTokenSource>[0]): Promise<Token> {
  const endpoint = tokenEndpoint(settings)
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.clientId,
    scope: graphScope(settings),
    ...(await credentialOf(settings, endpoint, now())),
  })
  const response = await fetch(endpoint, { method: 'POST', body, headers: { accept: 'application/json' } })
  if (!response.ok) throw await refusalOf(response, settings)
  const answer = parseToken(await readJson(response, 'the token endpoint'))
  if (answer === null)
    throw new ConnectorError(
      'malformed',
      `microsoft: ${endpoint} answered without an access token; check MICROSOFT_AUTHORITY`,
    )
  const issuedAt = now().getTime()
  const lifetime = answer.expiresInSeconds * 1000
  return {
    value: answer.accessToken,
    issuedAt,
    renewAt: issuedAt + lifetime - Math.min(RENEWAL_MARGIN_MS, lifetime / 10),
  }
}

async function credentialOf(settings: MicrosoftSettings, audience: string, now: Date): Promise<Record<string, string>> {
  const { credential, clientId } = settings
  if (credential.kind === 'secret') return { client_secret: credential.secret }
  const certificate = readCertificate(credential.pem)
  if ('problem' in certificate) {
    throw new ConnectorError(
      'denied',
      `microsoft: the file of MICROSOFT_CLIENT_CERTIFICATE_FILE ${certificate.problem}`,
    )
  }
  const assertion = await clientAssertion(certificate, { clientId, audience, now })
  return { client_assertion_type: ASSERTION_TYPE, client_assertion: assertion }
}

async function refusalOf(response: Response, settings: MicrosoftSettings): Promise<ConnectorError> {
  const { status } = response
  if (status === 429)
    return new ConnectorError(
      'throttled',
      'microsoft: the token endpoint asks to slow down (429); the next scan tries again',
    )
  if (status >= 500)
    return new ConnectorError(
      'unavailable',
      `microsoft: the token endpoint failed (${status}); the next scan tries again`,
    )
  const description = parseTokenRefusal(await readJson(response, 'the token endpoint'))
  return new ConnectorError('denied', signInProblem(settings, description))
}
