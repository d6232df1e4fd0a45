import type { OwnerHint } from '#core/observation.ts'
import type { WireServicePrincipal } from './wire.ts'

/** What is known of the tenant that is read. */
export type OwnTenant = {
  /** Tenant ids, lower case. */
  readonly ids: ReadonlySet<string>
  /** False when only a domain name is known: then nobody can tell its own apps from those of others. */
  readonly known: boolean
  /** Registrable domains of its people; empty where they could not be listed. */
  readonly domains: ReadonlySet<string>
}

/** How an app came into the tenant: from Microsoft's gallery, from "Create your own application", or otherwise. */
export type Origin = 'gallery' | 'hand-made' | 'registration'

// Microsoft Services, Microsoft, and the tenant of apps such as Graph Explorer.
const PLATFORM_TENANTS = new Set([
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cdc5aeea-15c5-4db6-b079-fcadd2505dc2',
])
// "Create your own application": https://learn.microsoft.com/graph/api/applicationtemplate-instantiate
export const NON_GALLERY_TEMPLATE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'
// What only ready-made software is signed in to by: own software takes tokens.
const SIGN_IN_OF_OTHERS = new Set(['saml', 'password'])

export function originOf(app: WireServicePrincipal): Origin {
  const template = app.applicationTemplateId?.toLowerCase()
  if (template === undefined) return 'registration'
  return template === NON_GALLERY_TEMPLATE ? 'hand-made' : 'gallery'
}

/** The tenant that says who made the app: none for what was set up from a template, which the own tenant registers. */
export function makerTenant(app: WireServicePrincipal): string | null {
  return originOf(app) === 'registration' || isPlatform(app)
    ? (app.appOwnerOrganizationId?.toLowerCase() ?? null)
    : null
}

/** Whose app it is; `domains` are those that the app itself names. */
export function ownerOf(app: WireServicePrincipal, domains: readonly string[], own: OwnTenant): OwnerHint | null {
  if (isPlatform(app)) return 'platform'
  const origin = originOf(app)
  switch (origin) {
    case 'gallery':
      return 'third-party'
    case 'hand-made':
      return isOfOthers(app, domains, own) ? 'third-party' : 'in-house'
    case 'registration': {
      const tenant = app.appOwnerOrganizationId?.toLowerCase()
      if (tenant === undefined) return null
      if (own.ids.has(tenant)) return 'in-house'
      return own.known ? 'third-party' : null
    }
    default:
      return origin satisfies never
  }
}

function isPlatform(app: WireServicePrincipal): boolean {
  return PLATFORM_TENANTS.has(app.appOwnerOrganizationId?.toLowerCase() ?? '')
}

/** Set up by hand, and still the product of somebody else: it signs in as such, or its addresses lead elsewhere. */
function isOfOthers(app: WireServicePrincipal, domains: readonly string[], own: OwnTenant): boolean {
  if (SIGN_IN_OF_OTHERS.has(app.preferredSingleSignOnMode ?? '')) return true
  // Without the domains of its people nobody can tell which ones are the company's.
  return own.domains.size > 0 && domains.some((domain) => !own.domains.has(domain))
}
