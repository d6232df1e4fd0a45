import type { AppClue, AssignmentObservation, GrantObservation, SsoAppObservation } from '#core/observation.ts'
import type { WireAssignment, WirePermissionGrant, WireServicePrincipal } from './wire.ts'

// "Default access": assigned without any role.
const NO_ROLE = '00000000-0000-0000-0000-000000000000'

export function ssoAppOf(app: WireServicePrincipal, clue: AppClue): SsoAppObservation {
  return {
    kind: 'sso-app',
    key: `app:${app.id}`,
    source: 'microsoft',
    app: clue,
    enabled: app.accountEnabled !== false,
    assignedCount: null,
  }
}

/** Entra keeps up to two consents for a person and an app: https://learn.microsoft.com/graph/api/oauth2permissiongrant-delete */
export function delegatedGrantKey(grant: WirePermissionGrant): string {
  const principal = grant.consentType === 'Principal' ? grant.principalId : 'all'
  return `consent:${grant.id ?? [grant.clientId, principal, grant.resourceId].join('/')}`
}

/** `person` is null for the consent of an administrator for everybody, and only for that. */
export function delegatedGrantOf(grant: WirePermissionGrant, app: AppClue, person: string | null): GrantObservation {
  return {
    kind: 'grant',
    key: delegatedGrantKey(grant),
    source: 'microsoft',
    app,
    person,
    scopes: scopesOf(grant.scope),
    access: 'delegated',
    tenantWide: person === null,
  }
}

export function assignmentKey(row: WireAssignment, resourceId: string): string {
  return `${assignmentKeys(resourceId)}${row.id ?? [row.principalId, row.appRoleId].join('/')}`
}

/** What the keys of all assignments of one app begin with. */
export function assignmentKeys(resourceId: string): string {
  return `assignment:${resourceId}/`
}

/** The application permission that a client holds on a resource: the app acts by itself, on everybody's data. */
export function applicationGrantOf(
  row: WireAssignment,
  resource: { readonly id: string; readonly roles: ReadonlyMap<string, string> },
  client: AppClue,
): GrantObservation {
  const role = row.appRoleId?.toLowerCase() ?? NO_ROLE
  return {
    kind: 'grant',
    key: assignmentKey(row, resource.id),
    source: 'microsoft',
    app: client,
    person: null,
    scopes: role === NO_ROLE ? [] : [resource.roles.get(role) ?? `app-role:${role}`],
    access: 'application',
    tenantWide: true,
  }
}

/** A person (by e-mail) or a group (by name) that may use an app. */
export function assignmentOf(
  row: WireAssignment,
  resourceId: string,
  app: AppClue,
  holder: Pick<AssignmentObservation, 'person' | 'group'>,
): AssignmentObservation {
  return { kind: 'assignment', key: assignmentKey(row, resourceId), source: 'microsoft', app, ...holder }
}

/** `" openid  Mail.Read Mail.Read"` -> `["Mail.Read", "openid"]` */
function scopesOf(scope: string | null): string[] {
  return [...new Set((scope ?? '').split(/\s+/).filter((part) => part !== ''))].toSorted()
}
