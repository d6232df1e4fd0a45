import type { Catalogue, Product } from '#core/catalogue.ts'
import { isEveryday } from '#core/descriptor/everyday-words.ts'
import { fold, squeeze } from '#core/name.ts'
import type { Extension, OwnProduct } from './entry.ts'

/** What is doubtful about a product of the company's own, a clause each. */
export function productWarnings(entry: OwnProduct, catalogue: Catalogue): readonly string[] {
  const names = [entry.name, ...entry.aliases, ...entry.galleryNames]
  const others = catalogue.products.filter(({ id }) => !entry.replaces.includes(id))
  return [...(entry.commonWord ? [] : everydayNames(names)), ...wideStems(entry.stems, others, catalogue)]
}

/** What is doubtful about an extension, a clause each: what is no news among them. */
export function extensionWarnings(entry: Extension, catalogue: Catalogue): readonly string[] {
  const product = catalogue.products.find(({ id }) => id === entry.extends)
  const known = product === undefined ? [] : namesOf(product).map(squeeze)
  const names = [...entry.aliases, ...entry.galleryNames].filter((name) => !known.includes(squeeze(name)))
  const others = catalogue.products.filter(({ id }) => id !== entry.extends)
  return [
    ...everydayNames(names),
    ...wideStems(entry.stems, others, catalogue),
    ...(product === undefined ? [] : alreadyKnown(entry, product)),
  ]
}

function everydayNames(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => isEveryday(fold(name)))
    .map((name) => `"${name}" is an everyday word, which other businesses are called too`)
}

/** Stems that begin what others print: they would take charges from these, or from all that a biller sells. */
function wideStems(
  stems: readonly string[],
  others: readonly Product[],
  { intermediaries }: Catalogue,
): readonly string[] {
  return stems.flatMap((stem) => {
    const letters = squeeze(stem)
    const rivals = others.filter((other) => other.stems.some((its) => its !== stem && squeeze(its).startsWith(letters)))
    const biller = intermediaries.find(({ prefixes }) => prefixes.some((prefix) => squeeze(prefix) === letters))
    return [
      ...(rivals.length === 0 ? [] : [`stem "${stem}" also begins charges of ${named(rivals)}`]),
      ...(biller === undefined ? [] : [`stem "${stem}" is what ${biller.name} prints, who bills for others`]),
    ]
  })
}

const NAMED = 3

function named(products: readonly Product[]): string {
  const names = products.slice(0, NAMED).map(({ name }) => name)
  return products.length > NAMED ? `${names.join(', ')} and ${products.length - NAMED} more` : names.join(', ')
}

function alreadyKnown(extension: Extension, product: Product): readonly string[] {
  const known = namesOf(product).map(squeeze)
  const names = [...extension.aliases, ...extension.galleryNames].filter((name) => known.includes(squeeze(name)))
  const stated = [...product.stems, ...product.domains, ...product.sharedDomains]
  const others = [...extension.stems, ...extension.domains, ...extension.sharedDomains].filter((value) =>
    stated.includes(value),
  )
  return [...names, ...others].map((value) => `${product.name} has "${value}" already`)
}

function namesOf({ name, aliases, galleryNames }: Product): readonly string[] {
  return [name, ...aliases, ...galleryNames]
}
