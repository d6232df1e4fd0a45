import { registrableDomain, isTelling } from '../domain.ts'
import { googleProject, identifierKey } from '../identifier.ts'
import type { Identifier } from '../identifier.ts'
import type { Product } from '../catalogue.ts'
import type { AppClue } from '../observation.ts'
import { domainProducts } from './domain-products.ts'
import { customerHostDomain } from './entity-host.ts'
import type { Index } from './index-table.ts'
import { oktaKeyProduct } from './okta-key.ts'

/** A product that a hard identifier decides. */
export type Hard = {
  readonly product: Product
  readonly confidence: number
  readonly reason: string
  /** `name-only` where the key was read as a name. */
  readonly by: 'identifier' | 'name-only'
}

const KNOWN_ID = 0.99
const KNOWN_PROJECT = 0.97 // one publisher, but perhaps another of its products
const CATALOGUE_NAME = 0.97

/** The product of the first identifier that the catalogue knows and that no person rejected; null for none. */
export function hardMatch(clue: AppClue, index: Index, rejected: ReadonlySet<string>): Hard | null {
  for (const identifier of clue.identifiers) {
    const hard = known(identifier, index)
    if (hard === null || rejected.has(hard.product.id)) continue
    if (hard.by === 'identifier' || !isElsewhere(clue, index)) return hard
  }
  return null
}

function known(identifier: Identifier, index: Index): Hard | null {
  const { kind, value } = identifier
  const product = single(index.byIdentifier.get(identifierKey({ kind, value: value.trim() }).toLowerCase()))
  switch (kind) {
    case 'google-client': {
      if (product !== null)
        return {
          product,
          confidence: KNOWN_ID,
          by: 'identifier',
          reason: `client ${value} is known to be ${product.name}`,
        }
      const project = googleProject(value)
      const owner = project === null ? null : single(index.byIdentifier.get(`google-project:${project}`))
      if (owner === null) return null
      return {
        product: owner,
        confidence: KNOWN_PROJECT,
        by: 'identifier',
        reason: `Google project ${project} belongs to ${owner.name}`,
      }
    }
    case 'okta-app': {
      if (product !== null)
        return {
          product,
          confidence: KNOWN_ID,
          by: 'identifier',
          reason: `Okta's catalogue calls ${product.name} "${value}"`,
        }
      const named = oktaKeyProduct(value, index)
      const reason = `Okta's catalogue calls it "${value}"`
      return named === null ? null : { product: named, confidence: CATALOGUE_NAME, by: 'name-only', reason }
    }
    case 'entra-template':
      return product === null
        ? null
        : {
            product,
            confidence: KNOWN_ID,
            by: 'identifier',
            reason: `it was set up from Microsoft's gallery as ${product.name}`,
          }
    case 'entra-app':
    case 'google-project':
    case 'saml-entity':
      return product === null
        ? null
        : { product, confidence: KNOWN_ID, by: 'identifier', reason: `${kind} ${value} is known to be ${product.name}` }
    case 'domain':
    case 'descriptor':
    case 'name':
      return null
    default:
      return kind satisfies never
  }
}

/** True where a domain of the app belongs to a known product: it decides, whatever a key is named after. */
function isElsewhere(clue: AppClue, index: Index): boolean {
  return tellingDomains(clue).some((domain) => domainProducts(domain, index).length > 0)
}

function single(products: readonly Product[] | undefined): Product | null {
  const [only, ...others] = products ?? []
  return others.length === 0 ? (only ?? null) : null
}

/** All registrable domains that a clue states, SAML entities and domain identifiers included, sorted; hosting services left out. */
export function tellingDomains(clue: AppClue): readonly string[] {
  const stated = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'domain' || kind === 'saml-entity' ? [value] : [],
  )
  const domains = [...clue.domains, ...stated].flatMap((text) => registrableDomain(text) ?? [])
  const hosts = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'saml-entity' ? (customerHostDomain(value) ?? []) : [],
  )
  return [...new Set([...domains.filter(isTelling), ...hosts])].toSorted()
}
