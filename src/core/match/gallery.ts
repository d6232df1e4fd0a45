import type { Product } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import { identifierKey } from '../identifier.ts'
import { DeleteIndex } from './deletes.ts'
import { galleryProducts } from './gallery-products.ts'
import { sortGallery } from './gallery-sort.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import { productKeys } from './key.ts'

/** What the galleries of providers add to a catalogue; consulted only where the catalogue itself knows nothing. */
export type Gallery = {
  /**
   * The catalogue's index with other names and domains: those of the gallery alone. Nothing in it is found by a slip or by
   * part of a name, since among so many names there is always a near one.
   */
  readonly shelf: Index
  /** Entries that only their name ties to a product of the catalogue, by template id. */
  readonly named: ReadonlyMap<string, GalleryEntry>
}

/** Lays galleries out beside a catalogue. The order of the entries does not matter. */
export function buildGallery(entries: readonly GalleryEntry[], index: Index): Gallery {
  const exact: Index = { ...index, typos: () => NO_TYPOS, bySkeleton: () => NO_KEYS }
  const { proved, named, strange } = sortGallery(entries, exact)
  const products = galleryProducts(strange)
  const keys = [
    ...products.flatMap((product) => namesOf(product, product.name)),
    ...proved.flatMap(({ entry, product }) => namesOf(product, entry.name)),
  ].filter(({ text }) => !index.keys.has(text))
  return {
    shelf: {
      ...exact,
      products: new Map([...index.products, ...products.map((product) => [product.id, product] as const)]),
      keys: unambiguous(keys),
      owners: Map.groupBy(
        products.filter(({ domains }) => domains.length > 0),
        ({ domains }) => domains[0] ?? '',
      ),
      sharers: new Map(),
      byIdentifier: templates(products, proved),
    },
    named: new Map(named.map((entry) => [entry.id, entry])),
  }
}

const NO_TYPOS = new DeleteIndex([])
const NO_KEYS: ReadonlyMap<string, readonly Key[]> = new Map()

// An everyday word, or a few letters, are the name of too much to mean one entry of ten thousand.
const SHORTEST_NAME = 5

function namesOf(product: Product, name: string): readonly Key[] {
  const named = { ...product, name, aliases: [], stems: [], galleryNames: [] }
  return productKeys(named)
    .filter(({ rarity, shortened, text }) => rarity !== 'common' && !shortened && text.length >= SHORTEST_NAME)
    .map((key) => ({ ...key, product, from: 'gallery' }))
}

/** Names that several products bear prove none of them. */
function unambiguous(keys: readonly Key[]): ReadonlyMap<string, readonly Key[]> {
  const groups = Map.groupBy(keys, ({ text }) => text)
  return new Map([...groups].filter(([, [first, ...others]]) => others.every((key) => key.product === first?.product)))
}

function templates(
  products: readonly Product[],
  proved: readonly { readonly entry: GalleryEntry; readonly product: Product }[],
): ReadonlyMap<string, readonly Product[]> {
  const own = products.flatMap((product) =>
    product.identifiers.map((identifier) => [identifierKey(identifier), [product]] as const),
  )
  const catalogued = proved.map(
    ({ entry, product }) => [identifierKey({ kind: 'entra-template', value: entry.id }), [product]] as const,
  )
  return new Map([...own, ...catalogued])
}
