import type { Product } from '../catalogue.ts'
import { skeleton } from '../confusable.ts'
import { registrableDomain } from '../domain.ts'
import { LONGEST_TEXT, nameWords } from '../name.ts'
import { hasOddLetters } from './disguise.ts'
import { firmNames, publisherNames } from './firm-names.ts'
import type { Index } from './index-table.ts'
import { parentsOf } from './parent-companies.ts'

/**
 * What a publisher's name says of a product: `other-vendor` is known to sell something else, `stranger` is known to nobody,
 * `disguised` is written to look like the vendor without being it.
 */
export type PublisherSays = 'agrees' | 'other-vendor' | 'stranger' | 'disguised' | 'nothing'

/**
 * Compares a publisher's name with the names of a product, its vendor, its family and who owns them. Legal forms, regions and the
 * usual words of firms do not matter.
 */
export function publisherSays(publisher: string | null, product: Product, index: Index): PublisherSays {
  const text = (publisher ?? '').slice(0, LONGEST_TEXT).trim()
  const whole = nameWords(text).join('')
  const names = publisherNames(text)
  if (names.length === 0) return 'nothing'
  const domain = /\s/.test(text) ? null : registrableDomain(text)
  if (domain !== null) return domainSays(domain, product)
  const makers = makersOf(product, index)
  if (hasOddLetters(text)) return 'disguised'
  if (names.some((name) => makers.has(name))) return 'agrees'
  const looks = skeleton(text)
  const alike = [...makers].some(
    (maker) => maker.length > 3 && looks.startsWith(skeleton(maker)) && !whole.startsWith(maker),
  )
  if (alike && /\d/.test(text)) return 'disguised'
  return firmNames(text).some((name) => index.vendors.has(name) || index.keys.has(name)) ? 'other-vendor' : 'stranger'
}

// Entra prints the tenant's first domain where nobody stated a publisher.
function domainSays(domain: string, product: Product): PublisherSays {
  if (domain === 'onmicrosoft.com') return 'nothing'
  return product.domains.includes(domain) || product.sharedDomains.includes(domain) ? 'agrees' : 'stranger'
}

/** Every firm name under which the makers of a product may sign, squeezed. */
function makersOf(product: Product, index: Index): ReadonlySet<string> {
  const family = product.memberOf === null ? undefined : index.products.get(product.memberOf)
  const lines = family === undefined ? [product] : [product, family]
  const names = lines.flatMap(({ name, vendor, aliases }) => [name, vendor, ...aliases])
  const labels = lines.flatMap(({ domains }) => domains.flatMap((domain) => domain.split('.', 1)))
  const own = [...names, ...labels].flatMap(firmNames)
  return new Set([...own, ...own.flatMap(parentsOf)])
}
