import type { Product } from '#core/catalogue.ts'
import { claimedTwice, claims } from './claims.ts'
import type { Clash } from './clashes.ts'

/**
 * A domain decides a product alone, so that one product owns it, or it is declared as shared: by the members of the
 * family that owns it, or by at least two products where nobody owns it.
 */
export function domainClashes(products: readonly Product[]): readonly Clash[] {
  return [...claimedTwice('domain', products, (product) => product.domains), ...sharingClashes(products)]
}

function sharingClashes(products: readonly Product[]): readonly Clash[] {
  const byId = new Map(products.map((product) => [product.id, product]))
  const owners = claims(products, (product) => product.domains)
  const sharers = claims(products, (product) => product.sharedDomains)
  return [...sharers].flatMap(([domain, ids]) => {
    const owner = owners.get(domain)?.[0]
    if (owner === undefined) return ids.length > 1 ? [] : [alone(domain, ids)]
    return ids
      .filter((id) => byId.get(id)?.memberOf !== owner)
      .map((id) => ({
        entries: [id, owner],
        problem: `domain "${domain}" is shared by "${id}" but owned by "${owner}", which is not its family`,
      }))
  })
}

function alone(domain: string, ids: readonly string[]): Clash {
  return { entries: ids, problem: `domain "${domain}" is declared as shared, and no other product has it` }
}
