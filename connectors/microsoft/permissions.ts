import type { Permission } from '#core/connector.ts'
import { readCertificate } from './certificate.ts'
import type { GraphClient } from './client.ts'
import { PERMISSION_GRANTS, SERVICE_PRINCIPALS, USERS } from './listings.ts'
import type { MicrosoftSettings } from './settings.ts'

const NEEDS = [
  { question: USERS, for: 'people: who holds a consent' },
  { question: SERVICE_PRINCIPALS, for: 'apps, assignments and application permissions' },
  { question: PERMISSION_GRANTS, for: 'consents of people and of the whole tenant' },
]
const WANTED = new Set([
  ...NEEDS.map(({ question }) => question.permission),
  // Narrower than Directory.Read.All; whether it suffices, the question itself tells.
  'DelegatedPermissionGrant.Read.All',
  'User.ReadBasic.All',
])
const EXPIRES_SOON_DAYS = 30

/** Asks each listing for one row, and compares the roles that the token carries with those that are needed. */
export async function probePermissions(graph: GraphClient, roles: readonly string[]): Promise<readonly Permission[]> {
  const needed: Permission[] = []
  for (const { question, for: purpose } of NEEDS) {
    const trouble = await graph.knock({ ...question, clientId: graph.clientId })
    needed.push({
      name: question.permission,
      state: trouble === null ? 'have' : trouble.code === 'denied' ? 'missing' : 'unknown',
      detail: trouble?.reason ?? purpose,
    })
  }
  const surplus = roles.filter((role) => !WANTED.has(role)).toSorted()
  return [...needed, ...surplus.map(tooMuch)]
}

/** The state of the certificate that Daylight signs in with; empty when it uses a secret. */
export function probeCertificate({ credential }: MicrosoftSettings, now: Date): readonly Permission[] {
  if (credential.kind === 'secret') return []
  const name = 'client certificate'
  const certificate = readCertificate(credential.pem)
  if ('problem' in certificate) return [{ name, state: 'missing', detail: `its file ${certificate.problem}` }]
  const days = Math.floor((certificate.notAfter.getTime() - now.getTime()) / 86_400_000)
  const until = certificate.notAfter.toISOString().slice(0, 10)
  if (days < 0)
    return [{ name, state: 'missing', detail: `expired on ${until}; upload a new one under Certificates & secrets` }]
  const detail = days < EXPIRES_SOON_DAYS ? `expires on ${until}; upload its successor now` : `valid until ${until}`
  return [{ name, state: 'have', detail }]
}

function tooMuch(role: string): Permission {
  const writes = /(?:Write|FullControl|Manage|Send|Create|Delete|full_access)/i.test(role)
  const detail = writes
    ? 'can change the tenant, and Daylight only reads; remove it from the application today'
    : 'Daylight reads nothing with it; remove it from the application'
  return { name: role, state: 'more-than-needed', detail }
}
