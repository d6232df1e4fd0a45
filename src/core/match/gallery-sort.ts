import type { Product } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import { squeeze } from '../name.ts'
import { matchApp } from './app-match.ts'
import { nameCore } from './app-name.ts'
import { domainProducts } from './domain-products.ts'
import type { Index } from './index-table.ts'

/** What the catalogue makes of the entries of a gallery. */
export type SortedGallery = {
  /** Entries that are a product of the catalogue by their domain, which speaks for their names, too. */
  readonly proved: readonly { readonly entry: GalleryEntry; readonly product: Product }[]
  /** Entries that are called like a product of the catalogue, and nothing contradicts it. */
  readonly named: readonly GalleryEntry[]
  /** Entries that the catalogue does not know at all. */
  readonly strange: readonly GalleryEntry[]
}

const SINGLE_WORD = /^[a-z0-9]+$/i
const NONE: ReadonlySet<string> = new Set()

/**
 * Sorts the entries by what the catalogue says of their domain and name, as it would of any app. Those whose evidence is
 * contradictory, or tells only a vendor's line, are left out: they prove nothing.
 */
export function sortGallery(entries: readonly GalleryEntry[], index: Index): SortedGallery {
  const proved: { entry: GalleryEntry; product: Product }[] = []
  const named: GalleryEntry[] = []
  const strange: GalleryEntry[] = []
  for (const entry of entries) {
    const owners = entry.domain === null ? [] : domainProducts(entry.domain, index)
    const callers = callersOf(entry.name, index)
    if (owners.length === 0 && callers.length === 0) {
      strange.push(entry)
      continue
    }
    // Most entries: nothing to weigh, where one product owns the domain and no other has the name.
    const [owner, ...more] = owners
    if (owner !== undefined && more.length === 0 && !owner.family && callers.every((caller) => caller === owner)) {
      proved.push({ entry, product: owner })
      continue
    }
    const match = matchApp(asApp(entry), index, NONE)
    const product = match.app === null ? undefined : index.products.get(match.app)
    if (product === undefined || product.family) continue
    if (match.attribution === 'domain') proved.push({ entry, product })
    else named.push(entry)
  }
  return { proved, named, strange }
}

/** The products that are called so, with or without what does not belong to the name. */
function callersOf(name: string, { keys }: Index): readonly Product[] {
  // Nothing can be taken off a single word.
  const written = SINGLE_WORD.test(name) ? [name] : [name, nameCore(name).core]
  return written.flatMap((text) => (keys.get(squeeze(text)) ?? []).map(({ product }) => product))
}

function asApp({ name, publisher, domain }: GalleryEntry): Parameters<typeof matchApp>[0] {
  return {
    kind: 'app',
    via: 'sso',
    clue: {
      identifiers: [{ kind: 'name', value: name }],
      name,
      publisher,
      publisherVerified: false,
      domains: domain === null ? [] : [domain],
      ownerTenant: null,
      owner: 'third-party',
    },
  }
}
