import { isTelling, registrableDomain } from '#core/domain.ts'
import { googleProject } from '#core/identifier.ts'
import type { Identifier } from '#core/identifier.ts'
import type { Provider } from './headers.ts'
import { listOf } from './wire.ts'
import type { AppRow } from './wire.ts'

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
const GOOGLE_CLIENT = /^[\w-]+\.apps\.googleusercontent\.com$/i
const OKTA_APP = /^0oa[A-Za-z0-9]{6,}$/

/** The hard keys in the id columns, by what each value looks like. An object id is the tenant's own and names no app. */
export function idsOf(row: AppRow, provider: Provider | null): readonly Identifier[] {
  const { appId, id } = row.cells
  // Beside an application id, the plain "id" of an Entra list is the object id.
  const values = [...listOf(appId), ...(appId === undefined ? listOf(id) : [])]
  return values.flatMap((value) => identifiersOf(value, provider))
}

function identifiersOf(value: string, provider: Provider | null): readonly Identifier[] {
  const guid = GUID.exec(value)?.[1]
  if (guid !== undefined) return [{ kind: 'entra-app', value: guid.toLowerCase() }]
  if (OKTA_APP.test(value)) return [{ kind: 'okta-app', value }]
  const project = googleProject(value)
  if (GOOGLE_CLIENT.test(value) || (provider === 'google' && project !== null)) {
    const client: Identifier = { kind: 'google-client', value: value.toLowerCase() }
    return project === null ? [client] : [client, { kind: 'google-project', value: project }]
  }
  return []
}

/** SAML entity ids; the application's own GUID among Entra's service principal names is none. */
export function entitiesOf(row: AppRow): readonly Identifier[] {
  return listOf(row.cells.entityId)
    .filter((value) => !GUID.test(value) && (/^(https?|urn|api|spn):/i.test(value) || value.includes('.')))
    .map((value) => ({ kind: 'saml-entity', value }))
}

/** Registrable domains that the row's addresses name, sorted; login and hosting services say nothing and are left out. */
export function domainsOf(row: AppRow): readonly string[] {
  const { homepage, domain, publisherDomain, replyUrl, loginUrl, entityId } = row.cells
  const urls = [homepage, domain, publisherDomain, replyUrl, loginUrl].flatMap(listOf)
  const entities = listOf(entityId).filter((value) => /^https?:/i.test(value))
  const domains = [...urls, ...entities].map(registrableDomain).filter((found) => found !== null)
  return [...new Set(domains)].filter((found) => isTelling(found) && !IDENTITY_PROVIDERS.has(found)).toSorted()
}

// Home pages and entity ids that the identity provider itself fills in.
const IDENTITY_PROVIDERS = new Set(
  `windowsazure.com microsoftonline.com okta.com okta-gov.com jumpcloud.com onelogin.com pingone.com pingone.eu
   pingidentity.com duosecurity.com rippling.com lastpass.com`.split(/\s+/),
)
