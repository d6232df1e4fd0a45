import { googleProject, identifierKey } from '../identifier.ts'
import type { Identifier } from '../identifier.ts'
import type { Product } from '../catalogue.ts'
import type { AppClue } from '../observation.ts'
import { domainProducts } from './domain-products.ts'
import type { Index } from './index-table.ts'
import { oktaKeyProduct } from './okta-key.ts'
import { statedDomains } from './stated-domains.ts'

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

/**
 * The products that hard identifiers decide and that no person rejected, the surest first; a family beside its member is left
 * out. Several where identifiers disagree.
 */
export function hardMatches(clue: AppClue, index: Index, rejected: ReadonlySet<string>): readonly Hard[] {
  const found = new Map<string, Hard>()
  for (const identifier of clue.identifiers) {
    const hard = known(identifier, index)
    if (hard === null || rejected.has(hard.product.id)) continue
    const seen = found.get(hard.product.id)
    if (seen === undefined || isSurer(hard, seen)) found.set(hard.product.id, hard)
  }
  const stated = [...found.values()].filter(({ by }) => by === 'identifier')
  const named = [...found.values()].filter(({ by }) => by === 'name-only')
  // What a key is named after gives way to what identifies the app.
  const all = stated.length > 0 || isElsewhere(clue, index) ? stated : named
  return all
    .filter(({ product }) => !all.some((other) => other.product.memberOf === product.id))
    .toSorted((a, b) => (isSurer(a, b) ? -1 : 1))
}

/** The one product that all hard identifiers decide; null for none, and where they disagree. */
export function hardMatch(clue: AppClue, index: Index, rejected: ReadonlySet<string>): Hard | null {
  const [hard, ...others] = hardMatches(clue, index, rejected)
  return hard === undefined || others.length > 0 ? null : hard
}

function isSurer(a: Hard, b: Hard): boolean {
  return a.confidence === b.confidence ? a.reason < b.reason : a.confidence > b.confidence
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
  return statedDomains(clue).telling.some((domain) => domainProducts(domain, index).length > 0)
}

function single(products: readonly Product[] | undefined): Product | null {
  const [only, ...others] = products ?? []
  return others.length === 0 ? (only ?? null) : null
}
