import type { Catalogue, Product } from '#core/catalogue.ts'
import type { Proposal, ProposedEntry } from '#core/backtest/proposal.ts'
import { isEveryday } from '#core/descriptor/everyday-words.ts'
import { fold, squeeze } from '#core/name.ts'
import type { Extension, OwnEntries, OwnProduct } from './entry.ts'
import { mergeCatalogue } from './merge.ts'

/** What entries that are not in the data folder yet would make of the catalogue that is in force. */
export function proposalOf(entries: OwnEntries, before: Catalogue): Proposal {
  const { catalogue: after, problems } = mergeCatalogue(before, entries)
  const inForce = new Set(before.descriptors)
  const descriptors = (after.descriptors ?? []).filter((line) => !inForce.has(line))
  const places = new Map(entries.descriptors.map(({ where, value }) => [value.from, where]))
  return {
    before,
    after,
    entries: proposedEntries(entries, before),
    descriptors: descriptors.map((line) => ({ ...line, where: places.get(line.where) ?? line.where })),
    collisions: problems,
  }
}

function proposedEntries(entries: OwnEntries, before: Catalogue): readonly ProposedEntry[] {
  const known = new Map(before.products.map((product) => [product.id, product]))
  return [
    ...entries.products.map(({ where, value }) => ({
      where,
      products: [value.id, ...value.replaces],
      warnings: value.commonWord ? [] : everydayNames(value, [value.name, ...value.aliases]),
    })),
    ...entries.extensions.map(({ where, value }) => ({
      where,
      products: [value.extends],
      warnings: [
        ...everydayNames(value, value.aliases, known.get(value.extends)),
        ...alreadyKnown(value, known.get(value.extends)),
      ],
    })),
    ...[...entries.capabilities, ...entries.intermediaries, ...entries.descriptors].map(({ where }) => ({
      where,
      products: [],
      warnings: [],
    })),
  ]
}

function everydayNames(
  { galleryNames }: OwnProduct | Extension,
  names: readonly string[],
  product?: Product,
): readonly string[] {
  const known = product === undefined ? [] : namesOf(product)
  return [...names, ...galleryNames]
    .filter((name) => isEveryday(fold(name)) && !known.includes(squeeze(name)))
    .map((name) => `"${name}" is an everyday word, which other businesses are called too`)
}

function alreadyKnown(extension: Extension, product: Product | undefined): readonly string[] {
  if (product === undefined) return []
  const known = namesOf(product)
  const names = [...extension.aliases, ...extension.galleryNames].filter((name) => known.includes(squeeze(name)))
  const stated = [...product.stems, ...product.domains, ...product.sharedDomains]
  const others = [...extension.stems, ...extension.domains, ...extension.sharedDomains].filter((value) =>
    stated.includes(value),
  )
  return [...names, ...others].map((value) => `${product.name} has "${value}" already`)
}

function namesOf({ name, aliases, galleryNames }: Product): readonly string[] {
  return [name, ...aliases, ...galleryNames].map(squeeze)
}
