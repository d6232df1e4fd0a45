import type { Product } from '../catalogue.ts'
import { skeleton } from '../confusable.ts'
import { isEveryday } from '../descriptor/everyday-words.ts'
import { registrableDomain } from '../domain.ts'
import { LONGEST_TEXT, nameWords } from '../name.ts'
import { hasOddLetters } from './disguise.ts'
import type { Index } from './index-table.ts'
import { parentsOf } from './parent-companies.ts'

/**
 * What a publisher's name says of a product: `other-vendor` is known to sell something else, `stranger` is known to nobody,
 * `disguised` is written to look like the vendor without being it.
 */
export type PublisherSays = 'agrees' | 'other-vendor' | 'stranger' | 'disguised' | 'nothing'

// What directories print where nobody stated a publisher.
const NOBODY = new Set(
  'activedirectoryapplicationregistry unverified unknown none na googleplay chromewebstore notavailable notverified null undefined'.split(
    ' ',
  ),
)
const FORMS = new Set(
  `inc incorporated llc ltd limited gmbh ag bv nv sa sas sarl srl spa pty plc co corp corporation company companies oy ab as aps kg ug se pte lp
   llp sl slu kk ltda doo sro pvt private sdn bhd oyj asa ulc eirl ou uab kft unlimited public the pbc lda cv holdings holding group dac mbh`.split(
    /\s+/,
  ),
)
const REGIONS = new Set(
  `us usa uk eu emea apac americas international intl global worldwide europe america north ireland germany deutschland france
   netherlands switzerland sweden denmark japan india australia canada singapore israel poland spain italy brazil technologiesireland`.split(
    /\s+/,
  ),
)
// What companies add to a brand to make a firm of it. Behind an everyday word it is another firm: "Linear Technology".
const FIRM_WORDS = new Set(
  `technologies technology tech labs lab software systems system networks network solutions communications interactive
   digital media services enterprises operations studios ventures cloud commerce distribution online data ai hq app apps io com`.split(
    /\s+/,
  ),
)
// "RealtimeBoard, Inc. dba Miro", "Splunk LLC, a Cisco company": each part names it.
const PARTS = /\b(?:d\/?b\/?a|doing business as|trading as|t\/a|formerly|now part of|part of|an?)\b|[()]/i

/**
 * Compares a publisher's name with the names of a product, its vendor, its family and who owns them. Legal forms, regions and the
 * usual words of firms do not matter.
 */
export function publisherSays(publisher: string | null, product: Product, index: Index): PublisherSays {
  const text = (publisher ?? '').slice(0, LONGEST_TEXT).trim()
  const whole = nameWords(text).join('')
  if (whole === '' || NOBODY.has(whole)) return 'nothing'
  const domain = /\s/.test(text) ? null : registrableDomain(text)
  if (domain !== null) return domainSays(domain, product)
  const makers = makersOf(product, index)
  const parts = text.split(PARTS).flatMap((part) => firmNames(part))
  if (hasOddLetters(text)) return 'disguised'
  if ([...firmNames(text), ...parts].some((name) => makers.has(name))) return 'agrees'
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

/** A firm's name squeezed: whole, without legal form and region, and without the usual words of firms where that leaves a brand. */
function firmNames(text: string): readonly string[] {
  const words = nameWords(text)
  const plain = words.filter((word) => !FORMS.has(word) && !REGIONS.has(word))
  const brand = plain.filter((word, at) => at === 0 || !FIRM_WORDS.has(word))
  const names = [words.join(''), plain.join('')]
  const isBrand = brand.length > 0 && !(brand.length === 1 && isEveryday(brand[0] ?? ''))
  if (isBrand) names.push(brand.join(''))
  return [...new Set(names)].filter((name) => name !== '')
}
