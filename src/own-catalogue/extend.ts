import type { Product } from '#core/catalogue.ts'
import { closest } from '#core/nearest.ts'
import type { Extension, Written } from './entry.ts'
import type { OwnProblem } from './problem.ts'

type Extended = { readonly products: readonly Product[]; readonly problems: readonly OwnProblem[] }

/** The products with what extensions add to them and leave out of them. */
export function extended(products: readonly Product[], extensions: readonly Written<Extension>[]): Extended {
  const byId = new Map(products.map((product) => [product.id, product]))
  const problems: OwnProblem[] = []
  for (const { where, value } of extensions) {
    const product = byId.get(value.extends)
    if (product === undefined) {
      const near = closest(value.extends, [...byId.keys()])
      const next = near === null ? 'write the id that identify prints' : `did you mean "${near}"?`
      problems.push({ where, problem: `there is no product "${value.extends}"; ${next}`, with: [] })
      continue
    }
    problems.push(...strangers(product, value).map((problem) => ({ where, problem, with: [] })))
    byId.set(product.id, withExtension(product, value))
  }
  return { products: [...byId.values()], problems }
}

function withExtension(product: Product, extension: Extension): Product {
  const unwanted = new Set(extension.without)
  const joined = (known: readonly string[], added: readonly string[]): readonly string[] => [
    ...new Set([...known.filter((value) => !unwanted.has(value)), ...added]),
  ]
  const identifiers = product.identifiers.filter(({ value }) => !unwanted.has(value))
  const isKnown = (kind: string, value: string): boolean =>
    identifiers.some((identifier) => identifier.kind === kind && identifier.value === value)
  return {
    ...product,
    domains: joined(product.domains, extension.domains),
    sharedDomains: joined(product.sharedDomains, extension.sharedDomains),
    aliases: joined(product.aliases, extension.aliases),
    stems: joined(product.stems, extension.stems),
    galleryNames: joined(product.galleryNames, extension.galleryNames),
    soldThrough: joined(product.soldThrough, extension.soldThrough),
    identifiers: [...identifiers, ...extension.identifiers.filter(({ kind, value }) => !isKnown(kind, value))],
  }
}

function strangers(product: Product, { without }: Extension): readonly string[] {
  const { aliases, stems, domains, sharedDomains, galleryNames, soldThrough, identifiers } = product
  const stated = [...aliases, ...stems, ...domains, ...sharedDomains, ...galleryNames, ...soldThrough]
  const known = [...stated, ...identifiers.map(({ value }) => value)]
  return without
    .filter((value) => !known.includes(value))
    .map((value) => {
      const near = closest(value, known)
      const next = near === null ? 'write it as the catalogue does' : `did you mean "${near}"?`
      const its =
        value === product.name ? 'its name, which stays' : 'none of its aliases, stems, domains or identifiers'
      return `would leave out "${value}", which is ${its}; ${next}`
    })
}
