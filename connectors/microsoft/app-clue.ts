import type { Identifier } from '#core/identifier.ts'
import type { AppClue, OwnerHint } from '#core/observation.ts'
import { domainsOf } from './domains.ts'
import type { WireServicePrincipal } from './wire.ts'

/** What is known of the tenant that is read. */
export type OwnTenant = {
  /** Tenant ids, lower case. */
  readonly ids: ReadonlySet<string>
  /** False when only a domain name is known: then nobody can tell its own apps from those of others. */
  readonly known: boolean
}

// Microsoft Services, Microsoft, and the tenant of apps such as Graph Explorer.
const PLATFORM_TENANTS = new Set([
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cdc5aeea-15c5-4db6-b079-fcadd2505dc2',
])
// "Create your own application": every company's own SAML set-ups are made from it.
const NON_GALLERY_TEMPLATE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'
const SIGN_IN_MODES = new Set(['saml', 'password', 'oidc'])
const SIGN_IN_TAG = 'WindowsAzureActiveDirectoryIntegratedApp'
// The placeholder entity that Entra gives to gallery and custom apps alike.
const PLACEHOLDER_ENTITY = /^https?:\/\/adapplicationregistry\.onmicrosoft\.com\//i

/** All that a service principal says of its app. */
export function appClue(app: WireServicePrincipal, own: OwnTenant): AppClue {
  const owner = ownerOf(app, own)
  const verified = app.verifiedPublisher?.displayName ?? null
  return {
    identifiers: [{ kind: 'entra-app', value: app.appId.toLowerCase() }, ...samlEntities(app)],
    name: app.displayName,
    publisher: verified ?? app.publisherName,
    publisherVerified: verified !== null,
    domains: domainsOf([app.homepage, app.loginUrl, ...app.replyUrls], { microsoft: owner === 'platform' }),
    ownerTenant: app.appOwnerOrganizationId?.toLowerCase() ?? null,
    owner,
  }
}

/** True for what is no app at all: an identity that Azure runs workloads under. */
export function isNoApp(app: WireServicePrincipal): boolean {
  return app.servicePrincipalType === 'ManagedIdentity' || app.servicePrincipalType === 'SocialIdp'
}

/** True for an app worth listing by itself, without consent or assignment: somebody set it up to sign people in. */
export function isSignInApp(app: WireServicePrincipal, clue: AppClue): boolean {
  if (clue.owner === 'platform' || clue.owner === 'in-house') return false
  return isGallery(app) || SIGN_IN_MODES.has(app.preferredSingleSignOnMode ?? '') || app.tags.includes(SIGN_IN_TAG)
}

function ownerOf(app: WireServicePrincipal, own: OwnTenant): OwnerHint | null {
  const tenant = app.appOwnerOrganizationId?.toLowerCase()
  if (tenant !== undefined && PLATFORM_TENANTS.has(tenant)) return 'platform'
  // Adding a gallery app registers it in the own tenant, although the product is a third party's.
  if (isGallery(app)) return 'third-party'
  if (tenant === undefined) return null
  if (own.ids.has(tenant)) return 'in-house'
  return own.known ? 'third-party' : null
}

function isGallery(app: WireServicePrincipal): boolean {
  const template = app.applicationTemplateId?.toLowerCase()
  return template !== undefined && template !== NON_GALLERY_TEMPLATE
}

function samlEntities(app: WireServicePrincipal): Identifier[] {
  if (app.preferredSingleSignOnMode !== 'saml') return []
  const entities = app.servicePrincipalNames.filter(
    // A star stands for a customer's name and is no entity id; `api://` and bare ids are Entra's own.
    (name) => /^(?:https?:\/\/|urn:)/i.test(name) && !name.includes('*') && !PLACEHOLDER_ENTITY.test(name),
  )
  return [...new Set(entities)].toSorted().map((value) => ({ kind: 'saml-entity', value }))
}
