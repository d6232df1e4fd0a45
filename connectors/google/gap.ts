import type { Gap } from '#core/coverage.ts'
import type { Failure } from './failure.ts'
import type { GoogleSettings, Scope } from './settings.ts'

/** What the keys of one person's consents begin with; without a person, of everybody's. */
export function tokenKeys(email?: string): string {
  return email === undefined ? 'google:token:' : `google:token:${email}:`
}

/** What could not be read, why, and what to do about it; `keyPrefixes` as in `Gap`. */
export function gapOf(
  settings: GoogleSettings,
  scope: Scope,
  subject: string,
  failure: Failure,
  keyPrefixes?: readonly string[],
): Gap {
  const reason = failure.advised ? failure.detail : sentence(settings, scope, subject, failure)
  return {
    kind: 'gap',
    source: 'google',
    subject,
    code: failure.code,
    reason,
    ...(keyPrefixes !== undefined && { keyPrefixes }),
  }
}

/** A person who left the directory between the listing and the reading of the tokens. */
export function goneGap(subject: string, email: string): Gap {
  const reason = `google: ${email} has no tokens any more (404), as for a person deleted a moment ago; nothing to do`
  return { kind: 'gap', source: 'google', subject, code: 'gone', reason }
}

/** Google refuses the tokens of suspended people (401): https://github.com/cartography-cncf/cartography/pull/2724. */
export function suspendedGap(subject: string, email: string): Gap {
  const reason =
    `google: ${email} is suspended, and Google does not show the tokens of suspended people (401); ` +
    `look at Admin console > Directory > Users > ${email} > Security > Connected applications, or delete the account`
  return { kind: 'gap', source: 'google', subject, code: 'denied', reason, keyPrefixes: [tokenKeys(email)] }
}

/** Everything that was not tried after a refusal that would only have repeated. */
export function untriedGap(people: number, last: Gap): Gap {
  const subject = `tokens of ${people} more people`
  return {
    ...last,
    keyPrefixes: [tokenKeys()],
    subject,
    reason: `${last.reason} (not tried for ${people} more people after that)`,
  }
}

function sentence(settings: GoogleSettings, scope: Scope, subject: string, failure: Failure): string {
  const { code, status, reason, detail } = failure
  const said = `${[status, reason].filter((part) => part !== null).join(' ')}: ${detail}`
  switch (code) {
    case 'denied':
      return `google: not allowed to read ${subject} (${said}); ${grant(settings, scope, reason)} (connectors/google/README.md)`
    case 'throttled':
      return `google: asked too often while reading ${subject} (${said}); scan again later, and let no other tool use the same project`
    case 'unavailable':
      return `google: could not read ${subject} (${said}); scan again later, and check GOOGLE_CUSTOMER and GOOGLE_API_ROOT if it stays`
    case 'malformed':
      return `google: the answer for ${subject} cannot be used (${detail}); scan again, and check GOOGLE_API_ROOT and any proxy on the way if it stays`
    default:
      return code satisfies never
  }
}

function grant(settings: GoogleSettings, scope: Scope, reason: string | null): string {
  const { clientEmail, clientId } = settings.serviceAccount
  if (reason === 'accessNotConfigured' || reason === 'SERVICE_DISABLED') {
    return `enable the Admin SDK API in the Google Cloud project of ${clientEmail}`
  }
  const client = clientId === undefined ? clientEmail : `client id ${clientId}`
  return `delegate the scope ${scope} to ${client} and check that ${settings.adminSubject} is an administrator who may see it`
}
