import type { Permission, ReadContext } from '#core/connector.ts'
import type { GoogleClient, PageAnswer } from './client.ts'
import { gapOf } from './gap.ts'
import { SCOPES } from './settings.ts'
import type { GoogleSettings, Scope } from './settings.ts'

type Need = {
  readonly scope: Scope
  readonly purpose: string
  readonly subject: string
  readonly ask: () => Promise<PageAnswer>
}

const WRITE_PEOPLE = 'https://www.googleapis.com/auth/admin.directory.user'

/**
 * Tests each permission by the smallest call that needs it, and whether more was delegated than is needed. Only
 * directory scopes are tried for that: no token that could read mail or files is ever asked for.
 */
export async function probeGoogle(
  settings: GoogleSettings,
  client: GoogleClient,
  context: ReadContext,
): Promise<readonly Permission[]> {
  const { mode } = settings
  const permissions: Permission[] = []
  for (const need of needs(settings, client, context)) {
    permissions.push(await tested(settings, need))
  }
  const surplus = mode === 'full' ? [WRITE_PEOPLE] : [WRITE_PEOPLE, SCOPES.tokens]
  for (const scope of surplus) {
    const token = await client.token(scope)
    if (token.kind === 'failed' || token.scopes?.includes(scope) === false) continue
    const detail = `not needed in ${mode} mode, and it can change the directory; take it out of the delegation`
    permissions.push({ name: scope, state: 'more-than-needed', detail })
  }
  return permissions
}

function needs(settings: GoogleSettings, client: GoogleClient, context: ReadContext): readonly Need[] {
  const people: Need = {
    scope: SCOPES.people,
    purpose: 'lists people, with their e-mail addresses, department and whether they are suspended',
    subject: 'users',
    ask: () => client.users({ deleted: false, size: 1 }, null),
  }
  const tokens: Need = {
    scope: SCOPES.tokens,
    purpose: 'lists the apps that each person gave access to, with the scopes',
    subject: `tokens of ${settings.adminSubject}`,
    ask: () => client.tokens(settings.adminSubject, false),
  }
  const startTime = new Date(context.now().getTime() - 24 * 3_600_000).toISOString()
  const reports: Need = {
    scope: SCOPES.reports,
    purpose: 'reads consents, revocations and sign-ins of the last 180 days',
    subject: 'token events',
    ask: () => client.activities({ application: 'token', eventName: 'authorize', startTime }, 1, null),
  }
  return settings.mode === 'full' ? [people, tokens, reports] : [people, reports]
}

async function tested(settings: GoogleSettings, { scope, purpose, subject, ask }: Need): Promise<Permission> {
  const answer = await ask()
  if (answer.kind !== 'failed') return { name: scope, state: 'have', detail: purpose }
  const { reason } = gapOf(settings, scope, subject, answer)
  return { name: scope, state: answer.code === 'denied' ? 'missing' : 'unknown', detail: reason }
}
