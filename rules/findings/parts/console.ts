import type { AppFacts, AppGrant } from '#core/app.ts'
import type { Source } from '#core/observation.ts'

// Pages of the admin consoles, as their makers document them:
// https://support.google.com/a/answer/7281227 (app access control), https://support.google.com/a/answer/2537800 (a
// user's connected apps), https://learn.microsoft.com/entra/identity/enterprise-apps/manage-application-permissions,
// https://learn.microsoft.com/entra/identity/enterprise-apps/disable-user-sign-in-portal,
// https://help.okta.com/oie/en-us/content/topics/apps/apps-main.htm

/** Where to stop an app for everybody, for the client that is really there. */
export function blockStep(name: string, grant: Pick<AppGrant, 'source' | 'identifier'>): string {
  const client = grant.identifier.value
  switch (grant.source) {
    case 'google':
      return `Google Admin console → Security → Access and data control → API controls → Manage app access → ${name} (client ${client}) → Change access → Blocked`
    case 'microsoft':
      return `Entra admin center → Enterprise apps → ${name} (application ${client}) → Properties → Enabled for users to sign in: No`
    case 'okta':
      return `Okta Admin Console → Applications → ${name} (${client}) → Deactivate`
    case 'app-list':
    case 'statement':
      return `End the contract or sign-in of ${name} with whoever set it up`
    default:
      return grant.source satisfies never
  }
}

/** Where to see and take back what an app was granted. */
export function reviewStep(name: string, grant: AppGrant): string {
  const client = grant.identifier.value
  switch (grant.source) {
    case 'google':
      return grant.access === 'application'
        ? `Google Admin console → Security → Access and data control → API controls → Domain-wide delegation → client ${client} → Delete or Edit scopes`
        : `Google Admin console → Security → Access and data control → API controls → Manage app access → ${name} (client ${client}) → Change access → Limited or Blocked`
    case 'microsoft':
      return grant.tenantWide || grant.access === 'application'
        ? `Entra admin center → Enterprise apps → ${name} (application ${client}) → Permissions → Admin consent → Revoke permission`
        : `Entra admin center → Enterprise apps → ${name} (application ${client}) → Permissions → User consent → Review permissions, and remove the consent as shown there`
    case 'okta':
      return `Okta Admin Console → Applications → ${name} (${client}) → Okta API Scopes → Revoke`
    case 'app-list':
    case 'statement':
      return `Ask the owner of ${name} what it may read, and end what is not needed`
    default:
      return grant.source satisfies never
  }
}

/** Where to take one person's access to an app away. */
export function removePersonStep(person: string, name: string, source: Source): string {
  switch (source) {
    case 'google':
      return `Google Admin console → Directory → Users → ${person} → Security → Connected applications → ${name} → Remove`
    case 'microsoft':
      return `Entra admin center → Users → ${person} → Applications → ${name} → Remove assignment, and revoke the consents`
    case 'okta':
      return `Okta Admin Console → Directory → People → ${person} → Applications → ${name} → Unassign`
    case 'app-list':
      return `Remove ${person} from ${name} where the app list was exported`
    case 'statement':
      return `Cancel the subscription to ${name} on the card of ${person}, or move it to an owner`
    default:
      return source satisfies never
  }
}

/** The client through which the app is reached most, for a step that names it; null when it was never granted. */
export function mainGrant({ evidence }: AppFacts): AppGrant | null {
  return (
    evidence.grants.toSorted(
      (a, b) =>
        Number(b.tenantWide) - Number(a.tenantWide) ||
        b.people.length - a.people.length ||
        (`${a.source}|${a.identifier.value}|${a.access}` < `${b.source}|${b.identifier.value}|${b.access}` ? -1 : 1),
    )[0] ?? null
  )
}
