import type { Product } from '../catalogue.ts'
import type { Index } from './index-table.ts'

const NONE: readonly Product[] = []

/**
 * The products that a domain by itself decides: its owner, or the family of those that share it. Several where the
 * catalogue leaves it open, none where it does not know the domain.
 */
export function domainProducts(domain: string, index: Index): readonly Product[] {
  const owners = index.owners.get(domain) ?? NONE
  if (owners.length === 1) return owners
  const known = owners.length > 0 ? owners : (index.sharers.get(domain) ?? NONE)
  return known.length === 0 ? NONE : familiesOf(known, index)
}

function familiesOf(products: readonly Product[], index: Index): readonly Product[] {
  const families = new Set(
    products.flatMap((product) => {
      const id = product.family ? product.id : product.memberOf
      const family = id === null ? undefined : index.products.get(id)
      return family === undefined ? [] : [family]
    }),
  )
  const loners = products.filter((product) => !product.family && product.memberOf === null)
  return [...families, ...loners]
}
