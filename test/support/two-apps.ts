import { ana, assignment, bo, consent, thirdParty } from './microsoft.ts'

/** A tenant of two people and two apps, each with a consent and an assignment. */
export const twoApps = {
  users: [ana, bo],
  servicePrincipals: [thirdParty('sp-1'), thirdParty('sp-2')],
  oauth2PermissionGrants: [consent('g-1', 'sp-1', 'u-ana', 'openid'), consent('g-2', 'sp-2', null, 'openid')],
  appRoleAssignedTo: { 'sp-1': [assignment('a-1', 'User', 'u-ana')], 'sp-2': [assignment('a-2', 'User', 'u-bo')] },
}
