import type { Product } from '../catalogue.ts'
import { nameWords } from '../name.ts'

/** Gives the words of a product's own names, vendor and family, each alone and all together; worked out when first asked for. */
export function ownWords(products: ReadonlyMap<string, Product>): (product: Product) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (product) => {
    const seen = known.get(product.id)
    if (seen !== undefined) return seen
    const words = wordsOf(product, product.memberOf === null ? undefined : products.get(product.memberOf))
    known.set(product.id, words)
    return words
  }
}

// A list, as there are some five: a set of them takes longer to make than all questions that are ever put to it.
function wordsOf(product: Product, family: Product | undefined): readonly string[] {
  const words: string[] = []
  addName(words, product.name)
  if (product.vendor !== product.name) addName(words, product.vendor)
  for (const name of product.aliases) addName(words, name)
  for (const stem of product.stems) addName(words, stem)
  for (const name of product.galleryNames) addName(words, name)
  for (const domain of product.domains) addName(words, label(domain))
  for (const domain of product.sharedDomains) addName(words, label(domain))
  if (family === undefined) return words
  addName(words, family.name)
  for (const name of family.aliases) addName(words, name)
  return words
}

function addName(words: string[], name: string): void {
  const own = nameWords(name)
  for (const word of own) add(words, word)
  if (own.length !== 1) add(words, own.join(''))
}

function add(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word)
}

function label(domain: string): string {
  const dot = domain.indexOf('.')
  return dot === -1 ? domain : domain.slice(0, dot)
}
