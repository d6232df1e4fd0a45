import { domainLabel, isTelling } from '../domain.ts'
import { googleProject } from '../identifier.ts'
import { squeeze } from '../name.ts'
import type { AppClue } from '../observation.ts'
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

/** Weighs publisher, owner tenant, domains and client id of an app against the product its name means. */
export function standing(clue: AppClue, named: Named, index: Index): Standing {
  const { product } = named
  const published = publisherSays(clue.publisher, product, index)
  const telling = clue.domains.filter(isTelling)
  const its = telling.find((domain) => product.domains.includes(domain) || product.sharedDomains.includes(domain))
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
  if (its !== undefined)
    return { kind: 'supported', by: 'domain', reason: `its domain ${its} is one of ${product.name}` }
  if (published === 'other-vendor') {
    return { kind: 'contradicted', reason: `the publisher is stated as "${clue.publisher}", not ${product.vendor}` }
  }
  if (telling.length > 0) return strangeDomains(telling, named)
  if (published === 'stranger') {
    return { kind: 'doubtful', reason: `nobody vouches that the publisher "${clue.publisher}" is ${product.vendor}` }
  }
  return otherProject(clue, named) ?? { kind: 'silent' }
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
