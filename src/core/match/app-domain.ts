import type { Product } from '../catalogue.ts'
import { registrableDomain } from '../domain.ts'
import { nameWords } from '../name.ts'
import { ambiguous, contradicted, matched, nameReasons } from './app-verdict.ts'
import { standing } from './contradict.ts'
import { domainProducts } from './domain-products.ts'
import type { StatedDomains } from './stated-domains.ts'
import type { Index } from './index-table.ts'
import type { AppIdentity, Match } from './match.ts'
import type { Named } from './name-match.ts'
import { publisherSays } from './publisher.ts'
import { stem } from './purpose.ts'

const DOMAIN_ALONE = 0.96
const NAME_AND_DOMAIN = 0.99
// Customers of these have addresses of their own there, which sign-in leads to: acme.zendesk.com.
const TENANT_HOSTS = new Set(['zendesk.com', 'service-now.com', 'atlassian.net'])

function deciding({ telling, hosts }: StatedDomains, via: AppIdentity['via']): readonly string[] {
  if (telling.length > 0 || via !== 'sso') return telling
  const domains = new Set(hosts.flatMap((host) => registrableDomain(host) ?? []))
  return [...domains].filter((domain) => TENANT_HOSTS.has(domain)).toSorted()
}

/** The products that the domains of an app belong to. */
export function ownersOf(
  domains: StatedDomains,
  via: AppIdentity['via'],
  index: Index,
  rejected: ReadonlySet<string>,
): readonly Product[] {
  const owners = new Set(deciding(domains, via).flatMap((domain) => domainProducts(domain, index)))
  return [...owners].filter((owner) => !rejected.has(owner.id))
}

/** True for a product, its family, and the other members of that. */
export function isKin(owner: Product, id: string, index: Index): boolean {
  const product = index.products.get(id)
  return (
    owner.id === id ||
    product?.memberOf === owner.id ||
    (owner.memberOf !== null && owner.memberOf === product?.memberOf)
  )
}

const TELLING = 0.94

// "Slack" is a name, although a word too; "Helpdesk" and "Track" are what an app of theirs does.
function isName({ key, confidence }: Named, owners: readonly Product[], index: Index): boolean {
  if (key.rarity !== 'common') return true
  const words = nameWords(key.text)
  const isTheirs = owners.some((owner) =>
    words.some((word) => index.purposeOf(owner).has(stem(word)) || index.wordsOf(owner).includes(word)),
  )
  return confidence >= TELLING && !isTheirs
}

/** What an app is whose domains known products own: a domain decides; among products that share it, the name does. */
export function byDomain(
  owners: readonly Product[],
  domains: StatedDomains,
  named: readonly Named[],
  identity: AppIdentity,
  index: Index,
): Match {
  const { clue } = identity
  const shown = deciding(domains, identity.via).join(', ')
  const kin = named.find(
    ({ product, how }) =>
      how !== 'typo' && owners.some((owner) => owner.id === product.id || owner.id === product.memberOf),
  )
  const best = named[0]
  const strong = best !== undefined && best.how !== 'typo' && isName(best, owners, index) ? best : null
  if (kin !== undefined) {
    const said = standing(clue, kin, domains, index)
    if (said.kind === 'contradicted') return contradicted(kin, said.reason, owners)
    if (said.kind === 'doubtful' && domains.telling.length > 0)
      return ambiguous([kin.product], [...nameReasons(kin), said.reason], kin)
    return matched(kin.product, NAME_AND_DOMAIN, 'domain', [
      `its name is ${kin.key.written}`,
      `its domain ${shown} fits`,
    ])
  }
  if (strong !== null && !owners.some((owner) => isKin(owner, strong.product.id, index))) {
    const reason = `its domain ${shown} belongs to ${owners.map(({ name }) => name).join(', ')}`
    return contradicted(strong, reason, owners)
  }
  const [only, ...others] = owners
  if (only !== undefined && others.length === 0) {
    const doubt = domainDoubt(only, domains, identity, index)
    if (doubt !== null) return ambiguous([only], [`its domain ${shown} belongs to ${only.name}`, doubt], null)
    return matched(only, DOMAIN_ALONE, 'domain', [`its domain ${shown} belongs to ${only.name}`])
  }
  return ambiguous(owners, [`its domains ${shown} belong to several products`], null)
}

// A domain is what the app says of itself: it decides alone only where nothing else in the clue says otherwise.
function domainDoubt(product: Product, { telling }: StatedDomains, { clue }: AppIdentity, index: Index): string | null {
  const published = publisherSays(clue.publisher, product, index)
  const isVouched = published === 'agrees' || published === 'nothing'
  if (published === 'disguised' || published === 'other-vendor' || (clue.publisherVerified && !isVouched))
    return `the publisher is stated as "${clue.publisher}", not ${product.vendor}`
  const strange = telling.filter((domain) => domainProducts(domain, index).length === 0)
  if (strange.length === 0 || published === 'agrees') return null
  return `it also names ${strange.join(', ')}`
}
