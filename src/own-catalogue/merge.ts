import type { Catalogue, Product } from '#core/catalogue.ts'
import { asProduct } from '#rules/catalogue/product.ts'
import { withoutReplaced } from './replace.ts'
import type { OwnEntries, OwnProduct, Written } from './entry.ts'
import { extended } from './extend.ts'
import { ownClashes } from './own-clashes.ts'
import type { OwnProblem } from './problem.ts'
import { statedDescriptors } from './stated-descriptors.ts'

export type Merged = { readonly catalogue: Catalogue; readonly problems: readonly OwnProblem[] }

/**
 * The catalogue with what a company adds to it, and everything about that which cannot be right: clashes of its entries with
 * each other and with `base`, and references to nothing. Only without problems does the result hold all that was written.
 */
export function mergeCatalogue(base: Catalogue, own: OwnEntries): Merged {
  const { kept, problems: unknown } = withoutReplaced(base.products, own.products)
  const { added, problems: repeated } = newOnes(kept, own.products)
  const before = [...kept, ...added.map(({ value }) => asProduct(value, value.category))]
  const { products, problems: loose } = extended(before, own.extensions)
  const grown: Catalogue = {
    ...base,
    products: products.toSorted(byId),
    capabilities: [...base.capabilities, ...own.capabilities.map(({ value }) => value)].toSorted(byId),
    intermediaries: [...base.intermediaries, ...own.intermediaries.map(({ value }) => value)].toSorted(byId),
  }
  const { lines, problems: unread } = statedDescriptors(grown, own.descriptors)
  const descriptors = [...(base.descriptors ?? []), ...lines]
  return {
    catalogue: descriptors.length === 0 ? grown : { ...grown, descriptors },
    problems: [...unknown, ...repeated, ...loose, ...ownClashes(base, grown, own), ...unread],
  }
}

function newOnes(
  kept: readonly Product[],
  own: readonly Written<OwnProduct>[],
): { readonly added: readonly Written<OwnProduct>[]; readonly problems: readonly OwnProblem[] } {
  const known = new Map(kept.map(({ id, name }) => [id, name]))
  const added = new Map<string, Written<OwnProduct>>()
  const problems: OwnProblem[] = []
  for (const written of own) {
    const { id } = written.value
    const name = known.get(id)
    const earlier = added.get(id)
    if (name !== undefined) {
      const next = `add to it with "extends": "${id}", put "replaces": ["${id}"] into this entry, or choose another id`
      problems.push({ where: written.where, problem: `the catalogue has ${name} under this id; ${next}`, with: [id] })
    } else if (earlier !== undefined) {
      problems.push({ where: written.where, problem: `has the id of ${earlier.where}; remove one`, with: [id] })
    } else added.set(id, written)
  }
  return { added: [...added.values()], problems }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}
