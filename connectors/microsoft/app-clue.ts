import type { Identifier } from '#core/identifier.ts'
import type { AppClue } from '#core/observation.ts'
import { domainsOf } from './domains.ts'
import { makerTenant, originOf, ownerOf } from './owner.ts'
import type { OwnTenant } from './owner.ts'
import type { WireServicePrincipal } from './wire.ts'

const SIGN_IN_MODES = new Set(['saml', 'password', 'oidc'])
const SIGN_IN_TAG = 'WindowsAzureActiveDirectoryIntegratedApp'
// The placeholder entity that Entra gives to gallery and custom apps alike.
const PLACEHOLDER_ENTITY = /^https?:\/\/adapplicationregistry\.onmicrosoft\.com\//i

/** All that a service principal says of its app. */
export function appClue(app: WireServicePrincipal, own: OwnTenant): AppClue {
  const addresses = [app.homepage, app.loginUrl, ...app.replyUrls]
  const owner = ownerOf(app, domainsOf(addresses, { microsoft: false }), own)
  const verified = app.verifiedPublisher?.displayName ?? null
  return {
    identifiers: [{ kind: 'entra-app', value: app.appId.toLowerCase() }, ...samlEntities(app), ...template(app)],
    name: app.displayName,
    publisher: verified ?? app.publisherName,
    publisherVerified: verified !== null,
    domains: domainsOf(addresses, { microsoft: owner === 'platform' }),
    ownerTenant: makerTenant(app),
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
  if (originOf(app) === 'gallery') return true
  return SIGN_IN_MODES.has(app.preferredSingleSignOnMode ?? '') || app.tags.includes(SIGN_IN_TAG)
}

// The gallery app that it was set up from, whatever people called it then.
function template(app: WireServicePrincipal): Identifier[] {
  if (originOf(app) !== 'gallery' || app.applicationTemplateId === null) return []
  return [{ kind: 'entra-template', value: app.applicationTemplateId.toLowerCase() }]
}

function samlEntities(app: WireServicePrincipal): Identifier[] {
  if (app.preferredSingleSignOnMode !== 'saml') return []
  const entities = app.servicePrincipalNames.filter(
    // A star stands for a customer's name and is no entity id; `api://` and bare ids are Entra's own.
    (name) => /^(?:https?:\/\/|urn:)/i.test(name) && !name.includes('*') && !PLACEHOLDER_ENTITY.test(name),
  )
  return [...new Set(entities)].toSorted().map((value) => ({ kind: 'saml-entity', value }))
}
