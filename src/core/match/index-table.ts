import type { Catalogue, Product } from '../catalogue.ts'
import { skeleton } from '../confusable.ts'
import type { IntermediaryTable } from '../descriptor/intermediary.ts'
import { intermediaryTable } from '../descriptor/intermediary.ts'
import { squeeze } from '../name.ts'
import { googleProject, identifierKey } from '../identifier.ts'
import { CutKeys } from './cut-keys.ts'
import { DeleteIndex } from './deletes.ts'
import type { Key } from './key.ts'
import { KeyTable } from './key-table.ts'
import { productKeys, remnantKeys, vendorKeys } from './key.ts'
import { ownWords } from './own-words.ts'
import { purposes } from './purpose.ts'

const LONG_NAME = 9

/** Everything a catalogue says, laid out for looking up. Built once, never changed. */
export type Index = {
  readonly products: ReadonlyMap<string, Product>
  readonly keys: ReadonlyMap<string, readonly Key[]>
  /** The same keys and names of vendors for finding in the middle of a text, by the ids of the table. */
  readonly table: KeyTable
  readonly keyGroups: readonly (readonly Key[])[]
  readonly cuts: CutKeys
  /** Names one typing error away; laid out when first asked for. */
  typos(): DeleteIndex
  /** Keys by what they look like, for names written with look-alike letters; laid out when first asked for. */
  bySkeleton(): ReadonlyMap<string, readonly Key[]>
  /** Rare names long enough to be told from all others after two slips, by their first letter; laid out when first asked for. */
  longNames(): ReadonlyMap<string, readonly Key[]>
  /** Products that own a domain alone, and those that share it. */
  readonly owners: ReadonlyMap<string, readonly Product[]>
  readonly sharers: ReadonlyMap<string, readonly Product[]>
  readonly byIdentifier: ReadonlyMap<string, readonly Product[]>
  readonly vendors: ReadonlySet<string>
  readonly intermediaries: IntermediaryTable
  /** Words that belong to a product's own names, vendor and family: they explain themselves beside it. */
  wordsOf(product: Product): readonly string[]
  /** Stems of the words that say what a product does. */
  purposeOf(product: Product): ReadonlySet<string>
}

/** Lays a catalogue out for matching. The order of its products does not matter. */
export function buildIndex(catalogue: Catalogue): Index {
  const products = catalogue.products.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byId = new Map(products.map((product) => [product.id, product]))
  const allKeys = products.flatMap((product) => productKeys(product))
  const keys = group(allKeys, (key) => key.text)
  const texts = [...keys.keys()]
  const intermediaries = intermediaryTable(catalogue.intermediaries)
  // Known only beside other evidence, so that names of apps are never read by them.
  const weak = new Map([...remnantKeys(products, intermediaries.prefixes, keys), ...vendorKeys(products, keys)])
  return {
    products: byId,
    keys,
    table: new KeyTable([...texts, ...weak.keys()]),
    keyGroups: [...keys.values(), ...weak.values()],
    cuts: new CutKeys(texts),
    typos: once(() => new DeleteIndex(texts)),
    bySkeleton: once(() =>
      group(
        allKeys.filter((key) => key.open !== 'always' && key.text.length >= 4),
        (key) => skeleton(key.text),
      ),
    ),
    longNames: once(() =>
      group(
        allKeys.filter((key) => key.rarity === 'rare' && key.from !== 'stem' && key.text.length >= LONG_NAME),
        (key) => key.text.slice(0, 1),
      ),
    ),
    owners: pairs(products, (product) => product.domains.filter((domain) => !product.sharedDomains.includes(domain))),
    sharers: pairs(products, (product) => product.sharedDomains),
    byIdentifier: pairs(products, identifiersOf),
    vendors: new Set(products.map((product) => squeeze(product.vendor))),
    intermediaries,
    wordsOf: ownWords(byId),
    purposeOf: purposes(catalogue.capabilities),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function identifiersOf(product: Product): readonly string[] {
  return product.identifiers.flatMap((identifier) => {
    const key = identifierKey(identifier).toLowerCase()
    const project = identifier.kind === 'google-client' ? googleProject(identifier.value) : null
    return project === null ? [key] : [key, identifierKey({ kind: 'google-project', value: project })]
  })
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [item])
    else members.push(item)
  }
  return groups
}

function pairs(
  products: readonly Product[],
  keysOf: (product: Product) => readonly string[],
): ReadonlyMap<string, readonly Product[]> {
  const groups = new Map<string, Product[]>()
  for (const product of products) {
    for (const key of keysOf(product)) {
      const members = groups.get(key)
      if (members === undefined) groups.set(key, [product])
      else if (members.at(-1) !== product) members.push(product)
    }
  }
  return groups
}
