import type { ConnectorError } from '#core/connector.ts'
import type { Gap } from '#core/coverage.ts'
import { parseApiError } from './refusal.ts'

/** Why a call brought nothing. */
export type Failure = {
  readonly kind: 'failed'
  readonly code: Exclude<Gap['code'], 'gone' | 'unsupported'>
  readonly status: number | null
  /** Google's own word for it, `quotaExceeded`. */
  readonly reason: string | null
  /** What Google said, or a whole sentence of ours when `advised`. */
  readonly detail: string
  /** True when `detail` already says what to do. */
  readonly advised: boolean
  /** What would fail in the same way: only this call, every call under the same scope, or every call. */
  readonly reach: 'call' | 'scope' | 'source'
}

/** Google answers a full quota with 403 as often as with 429. */
const QUOTA_REASONS = new Set([
  'userRateLimitExceeded',
  'rateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'servingLimitExceeded',
  'concurrentLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
  'RESOURCE_EXHAUSTED',
])
/** Refusals that no other call under this scope can escape. */
const SCOPE_REASONS = new Set([
  'insufficientPermissions',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  'accessNotConfigured',
  'SERVICE_DISABLED',
])

/** Classifies an answer that is no success by its status and the provider's reason. */
export function failureOf(status: number, text: string): Failure {
  const { reasons, message } = parseApiError(text)
  const detail = message ?? (looksLikeHtml(text) ? 'an HTML page' : 'no explanation')
  const base = { kind: 'failed', status, reason: reasons[0] ?? null, detail, advised: false, reach: 'call' } as const
  const throttled = status === 429 || (status === 403 && reasons.some((reason) => QUOTA_REASONS.has(reason)))
  if (throttled) return { ...base, code: 'throttled' }
  if (status !== 401 && status !== 403) return { ...base, code: 'unavailable' }
  const everywhere = reasons.some((reason) => SCOPE_REASONS.has(reason))
  return { ...base, code: 'denied', reach: everywhere ? 'scope' : 'call' }
}

/** A success whose body is not what was asked for. */
export function malformed(text: string): Failure {
  const detail = looksLikeHtml(text) ? 'an HTML page instead of JSON' : 'a text that is no complete JSON'
  return malformedBecause(detail)
}

export function malformedBecause(detail: string): Failure {
  return { kind: 'failed', code: 'malformed', status: 200, reason: null, detail, advised: false, reach: 'call' }
}

export function networkFailure(error: ConnectorError): Failure {
  const { code, message } = error
  const next = code === 'unavailable' ? '; check the network and GOOGLE_API_ROOT, and scan again' : ''
  return { kind: 'failed', code, status: null, reason: null, detail: `${message}${next}`, advised: true, reach: 'call' }
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body)/i.test(text)
}
