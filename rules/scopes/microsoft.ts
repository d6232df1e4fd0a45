import { z } from 'zod'
import type { Risk, ScopeFacts } from '#core/scope.ts'
import { byKey, permissionEntry, raised } from './entry.ts'
import type { PermissionEntry } from './entry.ts'
import { derivePermission } from './graph-name.ts'
import table from './microsoft.json' with { type: 'json' }

type Access = 'delegated' | 'application'

// Microsoft compares permission names without case. https://learn.microsoft.com/graph/permissions-reference
const LISTED = byKey(z.array(permissionEntry).parse(table), (entry) => entry.permission.toLowerCase())

// Services whose permission names mean what Graph's mean: Graph in every cloud, Exchange, the retired Azure AD Graph,
// and their application ids, which consents may name instead.
const SERVICES = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'outlook.office.com',
  'outlook.office365.com',
  'graph.windows.net',
  'analysis.windows.net',
  'management.azure.com',
  '00000003-0000-0000-c000-000000000000',
  '00000002-0000-0ff1-ce00-000000000000',
  '00000002-0000-0000-c000-000000000000',
])

/** What a Microsoft permission lets an app do. An application permission reaches everybody, with nobody signed in. */
export function microsoftScope(scope: string, access: Access): ScopeFacts {
  const name = permissionName(scope)
  if (name === null) return { scope, ...unknown(`${scope.trim()}, a permission of another service`) }
  if (name.toLowerCase() === '.default') {
    return { scope, ...unknown('everything that an administrator consented to for this service (.default)') }
  }
  const listed = LISTED.get(name.toLowerCase())
  const facts = listed === undefined ? derivePermission(name, access) : rated(listed, access)
  if (facts === null) return { scope, ...unknown(`unknown permission ${name}`) }
  return { scope, ...facts }
}

/** `https://graph.microsoft.com/Mail.Read` -> `Mail.Read`; null for a service whose names mean something else. */
function permissionName(scope: string): string | null {
  const text = scope.trim()
  const end = text.lastIndexOf('/')
  if (end === -1) return text
  const service = URL.parse(text)?.host ?? text.slice(0, end).toLowerCase()
  return SERVICES.has(service) || service.endsWith('.sharepoint.com') ? text.slice(end + 1) : null
}

function rated(entry: PermissionEntry, access: Access): Omit<ScopeFacts, 'scope'> {
  return { risk: riskFor(entry, access), means: entry.means, data: entry.data, writes: entry.writes }
}

/** Where Microsoft offers the permission for the other access only: an application is never less than a delegation. */
function riskFor(entry: PermissionEntry, access: Access): Risk {
  if (access === 'delegated') return entry.delegated ?? entry.application ?? 'medium'
  if (entry.application !== undefined) return entry.application
  const { delegated = 'medium' } = entry
  return delegated === 'low' ? 'low' : raised(delegated)
}

function unknown(what: string): Omit<ScopeFacts, 'scope'> {
  return { risk: 'medium', means: `${what}: not in the table`, data: [], writes: true }
}
