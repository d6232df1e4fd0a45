import { z } from 'zod'
import type { ScopeFacts } from '#core/scope.ts'
import { byKey, raised, scopeEntry } from './entry.ts'
import table from './google.json' with { type: 'json' }

// Risk follows Google's own classes where they exist: restricted is high, sensitive medium, the rest low; what an
// administrator's scope changes for everybody is critical.
// https://developers.google.com/workspace/gmail/api/auth/scopes, https://developers.google.com/identity/protocols/oauth2/scopes
const LISTED = byKey(z.array(scopeEntry).parse(table), (entry) => withoutSlash(entry.scope))

// What a scope's first word reaches, for scopes that the table does not list.
const AREAS: ReadonlyMap<string, string> = new Map([
  ['gmail', 'mail'],
  ['drive', 'files'],
  ['calendar', 'calendar'],
  ['contacts', 'contacts'],
  ['chat', 'chat'],
  ['meetings', 'meetings'],
  ['classroom', 'education'],
  ['fitness', 'health'],
  ['youtube', 'video'],
  ['photoslibrary', 'files'],
  ['forms', 'files'],
  ['tasks', 'tasks'],
  ['script', 'code'],
  ['bigquery', 'cloud'],
  ['devstorage', 'cloud'],
  ['cloud-identity', 'directory'],
])
const READ_ONLY = new Set(['readonly', 'read-only', 'read_only', 'read'])

/** What a Google scope lets an app do. With `application` (domain-wide delegation) it reaches everybody: one risk more. */
export function googleScope(scope: string, access: 'delegated' | 'application'): ScopeFacts {
  const facts = delegated(scope)
  return access === 'delegated' || facts.risk === 'low' ? facts : { ...facts, risk: raised(facts.risk) }
}

function delegated(scope: string): ScopeFacts {
  const key = googleKey(scope)
  const listed = LISTED.get(key)
  if (listed !== undefined) return { ...listed, scope }
  return { scope, ...derived(key) }
}

/** The part after `https://www.googleapis.com/auth/`; other scopes as they are; without a slash at the end. */
function googleKey(scope: string): string {
  const text = scope.trim()
  const url = URL.parse(text)
  const isAuth = url?.protocol === 'https:' && url.host === 'www.googleapis.com' && url.pathname.startsWith('/auth/')
  return withoutSlash(isAuth ? url.pathname.slice('/auth/'.length) : text)
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '')
}

function derived(key: string): Omit<ScopeFacts, 'scope'> {
  const words = key.split('.')
  const area = AREAS.get(words[0] ?? '')
  const writes = !READ_ONLY.has(words.at(-1) ?? '')
  if (words[0] === 'admin' && words.length > 1) {
    const means = `${writes ? 'change' : 'read'} the company's account as an administrator (${key}; worked out from the name)`
    return { risk: writes ? 'critical' : 'high', means, data: ['directory'], writes }
  }
  if (area === undefined)
    return { risk: 'medium', means: `unknown scope ${key}: not in the table`, data: [], writes: true }
  const means = `${writes ? 'read and change' : 'read'} ${area} (${key}; worked out from the name)`
  return { risk: 'medium', means, data: [area], writes }
}
