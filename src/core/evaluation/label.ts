import type { Catalogue, Product } from '../catalogue.ts'
import { squeeze } from '../name.ts'

/** What a text really is, as a person wrote it down. */
export type Label =
  /** No software. For an OAuth or SSO name: no product one can buy (in-house, a script, another thing of that name). */
  | { readonly kind: 'none' }
  /** Software, but nobody could tell from the text which. */
  | { readonly kind: 'unresolvable' }
  /** Product or family ids; more than one where the catalogue gives several the same name. */
  | { readonly kind: 'product'; readonly ids: readonly string[] }
  /** Software that the catalogue does not hold. */
  | { readonly kind: 'absent'; readonly name: string }

const NO_SOFTWARE = /^(?:none|not[ -]software)$/i
const UNRESOLVABLE = /^unresolvable$|\bopaque\b/i

const REMARK = /\([^)]*\)/g
const EITHER = /\s*[/|]\s*|\s+or\s+/i

/**
 * Makes the function that reads labels: a product or family id, name, alias or domain, without case and punctuation,
 * the surest kind first; `NONE` or "not software"; `UNRESOLVABLE` or anything "opaque". Where the whole names nothing, remarks in brackets
 * are left out and "A/B" or "A or B" is either. What no product answers to is `absent`.
 */
export function createLabelReader({ products }: Pick<Catalogue, 'products'>): (text: string) => Label {
  const tiers = [
    tableOf(products, ({ id }) => [id]),
    tableOf(products, ({ name }) => [name]),
    tableOf(products, ({ aliases, galleryNames }) => [...aliases, ...galleryNames]),
    tableOf(products, ({ domains }) => domains),
  ]
  const idsOf = (name: string): readonly string[] => {
    const key = keyOf(name)
    const ids = tiers.map((tier) => tier.get(key)).find((found) => found !== undefined)
    return key === '' || ids === undefined ? [] : [...ids]
  }
  return (text) => {
    const label = text.trim()
    if (NO_SOFTWARE.test(label)) return { kind: 'none' }
    if (UNRESOLVABLE.test(label)) return { kind: 'unresolvable' }
    const named = idsOf(label)
    const ids = named.length > 0 ? named : label.replace(REMARK, ' ').split(EITHER).flatMap(idsOf)
    return ids.length === 0 ? { kind: 'absent', name: label } : { kind: 'product', ids: [...new Set(ids)].toSorted() }
  }
}

function tableOf(
  products: readonly Product[],
  namesOf: (product: Product) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const product of products) {
    for (const name of namesOf(product)) {
      const key = keyOf(name)
      table.set(key, (table.get(key) ?? new Set()).add(product.id))
    }
  }
  return table
}

function keyOf(name: string): string {
  return squeeze(name) || name.trim().toLowerCase()
}
