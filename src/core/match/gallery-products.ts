import type { Product } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import { squeeze } from '../name.ts'
import { domainAppId, slug } from '../stranger-id.ts'

/**
 * Products that only a gallery describes: what they do, nobody said. Entries of one name and domain are one product. The
 * ids stay the same from read to read; one that owns its domain has the id that an unknown app of this domain has anyway.
 */
export function galleryProducts(entries: readonly GalleryEntry[]): readonly Product[] {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const groups = Map.groupBy(sorted, ({ id, name, domain }) => `${squeeze(name) || id} ${domain ?? ''}`)
  const sold = Map.groupBy(groups.values(), ([first]) => first?.domain ?? '')
  const taken = new Set<string>()
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const { domain } = first
    const owned = domain !== null && sold.get(domain)?.length === 1 ? domainAppId(domain) : null
    const id = owned === null || taken.has(owned) ? `app-${slug(`${first.name} ${first.id.slice(0, 8)}`)}` : owned
    if (taken.has(id)) return []
    taken.add(id)
    return [productOf(id, first, members)]
  })
}

function productOf(id: string, { name, publisher, domain }: GalleryEntry, members: readonly GalleryEntry[]): Product {
  return {
    id,
    name,
    vendor: publisher ?? name,
    family: false,
    memberOf: null,
    domains: domain === null ? [] : [domain],
    sharedDomains: [],
    aliases: [],
    stems: [],
    category: '',
    capabilities: [],
    ai: false,
    identifiers: members.map((member) => ({ kind: 'entra-template', value: member.id })),
    galleryNames: [],
    soldThrough: [],
    commonWord: false,
    fromGallery: true,
  }
}
