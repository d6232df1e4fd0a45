import type { Product } from '../catalogue.ts'
import { domainLabel, registrableDomain } from '../domain.ts'
import { googleProject } from '../identifier.ts'
import { squeeze } from '../name.ts'
import type { AppClue } from '../observation.ts'
import type { StatedDomains } from './stated-domains.ts'
import type { Index } from './index-table.ts'
import type { Named } from './name-match.ts'
import { publisherSays } from './publisher.ts'

/** What the hard parts of a clue say of the product that its name means. */
export type Standing =
  | { readonly kind: 'supported'; readonly by: 'publisher' | 'domain'; readonly reason: string }
  | { readonly kind: 'contradicted'; readonly reason: string }
  /** Not supported, and something speaks softly against it. */
  | { readonly kind: 'doubtful'; readonly reason: string }
  | { readonly kind: 'silent' }

// Tenants that own Microsoft's first-party apps (https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in).
const MICROSOFT_TENANTS = new Set([
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cdc5aeea-15c5-4db6-b079-fcadd2505dc2',
])

/**
 * Weighs publisher, owner tenant, domains and client id of an app against the product its name means. `domains` are all
 * that the clue states.
 */
export function standing(clue: AppClue, named: Named, domains: StatedDomains, index: Index): Standing {
  const { product } = named
  const published = publisherSays(clue.publisher, product, index)
  const its = domains.telling.find((domain) => isIts(domain, product))
  if (published === 'disguised') {
    return {
      kind: 'contradicted',
      reason: `the publisher "${clue.publisher}" is written to look like ${product.vendor}`,
    }
  }
  if (clue.publisherVerified && published === 'agrees') {
    return { kind: 'supported', by: 'publisher', reason: `the verified publisher "${clue.publisher}" is its vendor` }
  }
  // A verified company of another name may still be the vendor: brands and legal names differ. Its domain settles it.
  const vouched = published === 'stranger' && its !== undefined
  if (clue.publisherVerified && published !== 'nothing' && !vouched) {
    const reason = `the verified publisher is "${clue.publisher}", not ${product.vendor}`
    return { kind: 'contradicted', reason }
  }
  const tenant = tenantSays(clue, named)
  if (tenant !== null) return { kind: 'contradicted', reason: tenant }
  if (published === 'other-vendor') {
    return { kind: 'contradicted', reason: `the publisher is stated as "${clue.publisher}", not ${product.vendor}` }
  }
  if (its !== undefined) {
    const strange = published === 'agrees' ? [] : domains.telling.filter((domain) => !isAkin(domain, named, index))
    // Anybody can name the vendor's site beside the place that the tokens really go to.
    if (strange.length > 0) return { kind: 'doubtful', reason: `beside ${its} it names ${strange.join(', ')}` }
    return { kind: 'supported', by: 'domain', reason: `its domain ${its} is one of ${product.name}` }
  }
  if (domains.telling.length > 0) return strangeDomains(domains.telling, named)
  if (published === 'stranger') {
    return { kind: 'doubtful', reason: `nobody vouches that the publisher "${clue.publisher}" is ${product.vendor}` }
  }
  const elsewhere = domains.hosts.filter((host) => !isIts(registrableDomain(host) ?? '', product))
  if (elsewhere.length > 0 && published === 'nothing') {
    return { kind: 'doubtful', reason: `its only address is ${elsewhere.join(', ')}, where anybody can run an app` }
  }
  return otherProject(clue, named) ?? { kind: 'silent' }
}

function isIts(domain: string, { domains, sharedDomains }: Product): boolean {
  return domains.includes(domain) || sharedDomains.includes(domain)
}

const SHORTEST_LABEL = 4

// Of the same makers, or named like the product: hubapi.com beside hubspot.com, zoomgov.com beside zoom.us.
function isAkin(domain: string, { product, key }: Named, index: Index): boolean {
  if (isIts(domain, product)) return true
  const owners = [...(index.owners.get(domain) ?? []), ...(index.sharers.get(domain) ?? [])]
  if (owners.some((owner) => owner.vendor === product.vendor || owner.id === product.memberOf)) return true
  const label = squeeze(domainLabel(domain))
  return owners.length === 0 && label.length >= SHORTEST_LABEL && label.startsWith(key.text.slice(0, SHORTEST_LABEL))
}

function tenantSays(clue: AppClue, { product }: Named): string | null {
  if (clue.ownerTenant === null || clue.owner === 'platform') return null
  const byMicrosoft = MICROSOFT_TENANTS.has(clue.ownerTenant.toLowerCase())
  if (squeeze(product.vendor) === 'microsoft' && !byMicrosoft) {
    return `tenant ${clue.ownerTenant} owns the app, and it is none of Microsoft's`
  }
  return null
}

function strangeDomains(telling: readonly string[], { product, key }: Named): Standing {
  const listed = telling.join(', ')
  const alike = telling.every((domain) => squeeze(domainLabel(domain)) === key.text)
  if (alike) return { kind: 'doubtful', reason: `${listed} is not known as a domain of ${product.name}` }
  return { kind: 'contradicted', reason: `its domains (${listed}) are none of ${product.name}` }
}

function otherProject(clue: AppClue, { product, how }: Named): Standing | null {
  const own = product.identifiers.flatMap(({ kind, value }) => {
    if (kind === 'google-project') return [value]
    return kind === 'google-client' ? [googleProject(value) ?? value] : []
  })
  const project = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'google-client' ? [googleProject(value)] : [],
  )[0]
  if (how !== 'whole' || own.length === 0 || project == null || own.includes(project)) return null
  return {
    kind: 'contradicted',
    reason: `the client belongs to Google project ${project}, not to that of ${product.name}`,
  }
}
