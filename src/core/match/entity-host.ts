import { registrableDomain } from '../domain.ts'

// Products that give each customer a host of their own. An app's reply address there may be anybody's add-on, but who
// receives the sign-ins of a whole company there is the product itself.
const CUSTOMER_HOSTS = new Set(['atlassian.net', 'force.com', 'service-now.com', 'zendesk.com'])

/**
 * The domain of a product that signs people in at a customer's own host, by the entity id of its SAML app:
 * `https://acme.zendesk.com` -> `zendesk.com`. Null for all other domains.
 */
export function customerHostDomain(entity: string): string | null {
  const domain = registrableDomain(entity)
  return domain !== null && CUSTOMER_HOSTS.has(domain) ? domain : null
}
