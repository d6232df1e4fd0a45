import { failureOf } from './failure.ts'
import type { Failure } from './failure.ts'
import type { GoogleSettings } from './settings.ts'
import { parseTokenError } from './refusal.ts'

/** Turns a refusal of the token endpoint into one sentence that says what to check. */
export function tokenFailure(settings: GoogleSettings, scope: string, status: number, text: string): Failure {
  const refusal = parseTokenError(text)
  const who = `google: ${settings.serviceAccount.clientEmail} got no access token for ${settings.adminSubject}`
  if (refusal === null || status >= 500 || status === 429) return brokenEndpoint(settings, who, status, text)
  const said = refusal.description === '' ? refusal.error : `${refusal.error}: ${refusal.description}`
  const detail = `${who} (${said}); ${adviceFor(refusal.error, refusal.description, settings, scope)}`
  // A scope that was not delegated refuses only itself; a wrong key, subject or clock refuses everything.
  const reach = SCOPE_ERRORS.has(refusal.error) ? 'scope' : 'source'
  return { kind: 'failed', code: 'denied', status, reason: refusal.error, detail, advised: true, reach }
}

const SCOPE_ERRORS = new Set(['unauthorized_client', 'access_denied', 'invalid_scope'])

function adviceFor(error: string, description: string, settings: GoogleSettings, scope: string): string {
  const { clientEmail, clientId } = settings.serviceAccount
  if (SCOPE_ERRORS.has(error)) {
    const client = clientId === undefined ? `the client id of ${clientEmail}` : `client id ${clientId}`
    return (
      `in the Admin console, Security > Access and data control > API controls > Domain-wide delegation, ` +
      `give ${client} the scope ${scope}; a new delegation may take a day to work`
    )
  }
  if (error !== 'invalid_grant') {
    return `check that the key file is the one of ${clientEmail} and that the service account still exists`
  }
  if (/signature/i.test(description)) {
    return `the key does not fit or was deleted; create a new key for ${clientEmail} and replace the key file`
  }
  if (/short-lived|timeframe|iat|exp\b/i.test(description)) {
    return 'the clock of this machine is wrong; set it by NTP'
  }
  if (/account not found/i.test(description)) {
    return `the service account was deleted or disabled; restore ${clientEmail} or use another key file`
  }
  return (
    `check that GOOGLE_ADMIN_SUBJECT (${settings.adminSubject}) is an active administrator of this customer, ` +
    `that the key of ${clientEmail} was not deleted, and that the clock of this machine is right`
  )
}

function brokenEndpoint(settings: GoogleSettings, who: string, status: number, text: string): Failure {
  const { tokenUri } = settings.serviceAccount
  if (status < 300) {
    const detail = `${who}: ${tokenUri} did not answer as a token endpoint; check token_uri in the key file and any proxy on the way`
    return { kind: 'failed', code: 'malformed', status, reason: null, detail, advised: true, reach: 'source' }
  }
  const failure = failureOf(status, text)
  const next =
    failure.code === 'denied' ? 'check token_uri in the key file and any proxy on the way' : 'scan again later'
  const detail = `${who}: ${tokenUri} answered ${status} (${failure.detail}); ${next}`
  return { ...failure, detail, advised: true, reach: 'source' }
}
