import type { Product } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import { squeeze } from '../name.ts'
import { matchApp } from './app-match.ts'
import { nameCore } from './app-name.ts'
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
    if (!isKnown(entry, index)) {
      strange.push(entry)
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

function isKnown({ name, domain }: GalleryEntry, { keys, owners, sharers }: Index): boolean {
  if (domain !== null && (owners.has(domain) || sharers.has(domain))) return true
  return keys.has(squeeze(name)) || keys.has(squeeze(nameCore(name).core))
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
