import { z } from 'zod'
import type { ScopeFacts } from '#core/scope.ts'
import { byKey, raised, scopeEntry } from './entry.ts'
import table from './okta.json' with { type: 'json' }

// https://developer.okta.com/docs/api/oauth2/
const LISTED = byKey(z.array(scopeEntry).parse(table), (entry) => entry.scope)

/** What an Okta scope lets an app do; `okta.<resource>.<read|manage>[.self]` is read as such where no row lists it. */
export function oktaScope(scope: string, access: 'delegated' | 'application'): ScopeFacts {
  const key = scope.trim()
  const listed = LISTED.get(key)
  const facts = listed === undefined ? { scope, ...derived(key) } : { ...listed, scope }
  // A delegated Okta scope ends where the administrator's own role ends; a service app has nobody above it.
  const escalates = access === 'application' && facts.writes && facts.risk !== 'low'
  return escalates ? { ...facts, risk: raised(facts.risk) } : facts
}

function derived(key: string): Omit<ScopeFacts, 'scope'> {
  const words = key.split('.')
  const own = words.at(-1) === 'self'
  const verb = own ? words.at(-2) : words.at(-1)
  const resource = words.slice(1, own ? -2 : -1).join(' ')
  if (words[0] !== 'okta' || resource === '' || (verb !== 'read' && verb !== 'manage')) {
    return { risk: 'medium', means: `unknown scope ${key}: not in the table`, data: [], writes: true }
  }
  const writes = verb === 'manage'
  const whose = own ? ' of the person' : ''
  const means = `${writes ? 'change' : 'read'} ${resource}${whose} in Okta (worked out from the name)`
  if (own) return { risk: writes ? 'medium' : 'low', means, data: ['profile'], writes }
  return { risk: writes ? 'high' : 'medium', means, data: ['directory'], writes }
}
