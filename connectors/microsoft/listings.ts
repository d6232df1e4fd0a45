import type { Listing } from './client.ts'

/** The part of a question that is the same for every tenant. */
type Question = Omit<Listing, 'clientId'>

export const USERS: Question = {
  subject: 'users',
  path: 'users',
  permission: 'User.Read.All',
  ofOneObject: false,
  select: [
    'id',
    'userPrincipalName',
    'mail',
    'otherMails',
    'proxyAddresses',
    'displayName',
    'accountEnabled',
    'department',
  ],
  optional: ['employeeOrgData'],
}

export const SERVICE_PRINCIPALS: Question = {
  subject: 'servicePrincipals',
  path: 'servicePrincipals',
  permission: 'Application.Read.All',
  ofOneObject: false,
  select: [
    'id',
    'appId',
    'displayName',
    'appOwnerOrganizationId',
    'applicationTemplateId',
    'servicePrincipalType',
    'verifiedPublisher',
    'homepage',
    'loginUrl',
    'replyUrls',
    'servicePrincipalNames',
    'preferredSingleSignOnMode',
    'accountEnabled',
    'tags',
    'appRoles',
  ],
  // Shown in examples of v1.0, missing from its list of properties.
  optional: ['publisherName'],
}

export const PERMISSION_GRANTS: Question = {
  subject: 'oauth2PermissionGrants',
  path: 'oauth2PermissionGrants',
  permission: 'Directory.Read.All',
  ofOneObject: false,
  select: [],
  optional: [],
}

/** `name` is how people know the app. */
export function assignedTo(servicePrincipalId: string, name: string): Question {
  return {
    subject: `appRoleAssignedTo of ${name}`,
    path: `servicePrincipals/${encodeURIComponent(servicePrincipalId)}/appRoleAssignedTo`,
    permission: 'Application.Read.All',
    ofOneObject: true,
    select: [],
    optional: [],
  }
}
