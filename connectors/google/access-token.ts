import { createPrivateKey } from 'node:crypto'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { ConnectorError } from '#core/connector.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { networkFailure } from './failure.ts'
import type { Failure } from './failure.ts'
import type { GoogleSettings } from './settings.ts'
import { tokenFailure } from './token-failure.ts'
import { parseJson } from './refusal.ts'
import { parse } from './wire.ts'

export type AccessToken = {
  readonly kind: 'token'
  readonly value: string
  /** Scopes the token endpoint says it granted; null where it does not say. */
  readonly scopes: readonly string[] | null
  readonly renewAt: number
}

/** Access tokens by scope, renewed before they end. */
export interface TokenSource {
  get(scope: string): Promise<AccessToken | Failure>
  /** Forgets a token that an API refused, unless another call already renewed it. */
  drop(scope: string, token: AccessToken): Promise<void>
}

// Google takes assertions of at most an hour: https://developers.google.com/identity/protocols/oauth2/service-account
const ASSERTION_SECONDS = 3600
const RENEW_BEFORE_MS = 60_000

const tokenGrant = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().nonnegative().default(3600),
  scope: z.string().optional(),
})

/**
 * Grants by a signed assertion (RFC 7523), in the name of the administrator. Not google-auth-library: it ignores the
 * key file's `token_uri` and sends a refused token again.
 */
export function createTokenSource(settings: GoogleSettings, fetch: ProviderFetch, now: () => Date): TokenSource {
  const held = new Map<string, Promise<AccessToken | Failure>>()

  async function get(scope: string): Promise<AccessToken | Failure> {
    const current = held.get(scope)
    if (current !== undefined) {
      const token = await current
      if (token.kind === 'failed' || token.renewAt > now().getTime()) return token
      if (held.get(scope) === current) held.delete(scope)
      return get(scope)
    }
    const fresh = request(settings, fetch, now, scope)
    held.set(scope, fresh)
    return fresh
  }

  async function drop(scope: string, token: AccessToken): Promise<void> {
    const current = held.get(scope)
    if (current !== undefined && (await current) === token && held.get(scope) === current) held.delete(scope)
  }

  return { get, drop }
}

async function request(
  settings: GoogleSettings,
  fetch: ProviderFetch,
  now: () => Date,
  scope: string,
): Promise<AccessToken | Failure> {
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: await sign(settings, now, scope),
  })
  try {
    const response = await fetch(settings.serviceAccount.tokenUri, { method: 'POST', body })
    const text = await response.text()
    const grant = response.ok ? parse(tokenGrant, parseJson(text)) : null
    if (!grant?.ok) return tokenFailure(settings, scope, response.status, text)
    const { access_token: value, expires_in: seconds, scope: scopes } = grant.value
    const lifetime = seconds * 1000
    const renewAt = now().getTime() + lifetime - Math.min(RENEW_BEFORE_MS, lifetime / 2)
    return { kind: 'token', value, scopes: scopes?.split(/\s+/) ?? null, renewAt }
  } catch (cause) {
    if (cause instanceof ConnectorError) return { ...networkFailure(cause), reach: 'source' }
    throw cause
  }
}

function sign(settings: GoogleSettings, now: () => Date, scope: string): Promise<string> {
  const { clientEmail, privateKey, tokenUri } = settings.serviceAccount
  const seconds = Math.floor(now().getTime() / 1000)
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(clientEmail)
    .setSubject(settings.adminSubject)
    .setAudience(tokenUri)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(createPrivateKey(privateKey))
}
