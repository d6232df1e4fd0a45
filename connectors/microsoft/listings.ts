import type { Listing } from './client.ts'

/** The part of a question that is the same for every tenant. */
type Question = Omit<Listing, 'clientId'> & { readonly permission: string }

// The largest page that directory listings give.
const PAGE_ROWS = 999

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
  pageRows: PAGE_ROWS,
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
  pageRows: PAGE_ROWS,
}

export const PERMISSION_GRANTS: Question = {
  subject: 'oauth2PermissionGrants',
  path: 'oauth2PermissionGrants',
  permission: 'Directory.Read.All',
  ofOneObject: false,
  select: [],
  optional: [],
  pageRows: PAGE_ROWS,
}

/** The gallery, which any application may list: https://learn.microsoft.com/graph/api/applicationtemplate-list */
export const TEMPLATES: Omit<Listing, 'clientId'> = {
  subject: 'applicationTemplates',
  path: 'applicationTemplates',
  permission: null,
  ofOneObject: false,
  select: [],
  optional: ['id', 'displayName', 'homePageUrl', 'publisher'],
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
    pageRows: PAGE_ROWS,
  }
}
