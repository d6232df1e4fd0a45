import type { Product } from '../catalogue.ts'
import { domainProducts } from './domain-products.ts'
import { standing } from './contradict.ts'
import { ACCEPT, ACCEPT_NAME_ONLY } from './decide.ts'
import { disguise } from './disguise.ts'
import { rounded } from './explain.ts'
import { hardMatch, tellingDomains } from './hard-match.ts'
import type { Index } from './index-table.ts'
import type { Candidate, Contradiction, Identity, Match } from './match.ts'
import type { Named } from './name-match.ts'
import { matchName } from './name-match.ts'
import { result } from './result.ts'

export type AppIdentity = Extract<Identity, { kind: 'app' }>

const DOMAIN_ALONE = 0.96
const NAME_AND_DOMAIN = 0.99
const NAME_AND_PUBLISHER = 0.98
// An app is software by itself; what is not known is which.
const AN_APP = 1

/** Resolves what an identity provider says of an app: hard identifiers first, its domains, and its name last. */
export function matchApp(identity: AppIdentity, index: Index, rejected: ReadonlySet<string>): Match {
  const { clue } = identity
  const hard = hardMatch(clue, index, rejected)
  if (hard !== null) return matched(hard.product, hard.confidence, hard.by, [hard.reason])
  if (clue.owner === 'in-house') return unknown(['the app belongs to this company itself: it is no third party'], null)
  if (clue.owner === 'script')
    return unknown(["an employee's own script, grouped as scripts and not as a product"], null)
  const domains = tellingDomains(clue)
  const named = clue.name === null ? [] : matchName(clue.name, index, rejected)
  const best = named[0] ?? null
  const disguised = clue.name === null ? null : disguise(clue.name, index)
  const owners = ownersOf(domains, index, rejected)
  if (disguised !== null && !owners.some((owner) => isKin(owner, disguised.resembles, index))) {
    return unknown([disguised.reason], disguised)
  }
  if (owners.length > 0) return byDomain(owners, domains, named, identity, index)
  if (best === null) return unknown([noName(clue.name, domains)], null)
  return byName(named, { ...identity, clue: { ...clue, domains } }, index)
}

function ownersOf(domains: readonly string[], index: Index, rejected: ReadonlySet<string>): readonly Product[] {
  const owners = new Set(domains.flatMap((domain) => domainProducts(domain, index)))
  return [...owners].filter((owner) => !rejected.has(owner.id))
}

function isKin(owner: Product, id: string, index: Index): boolean {
  const product = index.products.get(id)
  return (
    owner.id === id ||
    product?.memberOf === owner.id ||
    (owner.memberOf !== null && owner.memberOf === product?.memberOf)
  )
}

// A domain decides; among products that share it, the name does.
function byDomain(
  owners: readonly Product[],
  domains: readonly string[],
  named: readonly Named[],
  identity: AppIdentity,
  index: Index,
): Match {
  const shown = domains.join(', ')
  const kin = named.find(
    ({ product, how }) =>
      how !== 'typo' && owners.some((owner) => owner.id === product.id || owner.id === product.memberOf),
  )
  const best = named[0]
  const strong = best !== undefined && best.how !== 'typo' && best.key.rarity !== 'common' ? best : null
  if (kin !== undefined) {
    const said = standing({ ...identity.clue, domains }, kin, index)
    if (said.kind === 'contradicted') return contradicted(kin, said.reason, owners)
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
    return matched(only, DOMAIN_ALONE, 'domain', [`its domain ${shown} belongs to ${only.name}`])
  }
  return ambiguous(owners, [`its domains ${shown} belong to several products`], null)
}

function byName(named: readonly Named[], identity: AppIdentity, index: Index): Match {
  const [best, second] = named
  if (best === undefined) return unknown([noName(identity.clue.name, [])], null)
  const rival = second !== undefined && second.confidence > best.confidence / 2 ? second : null
  const said = standing(identity.clue, best, index)
  const reasons = nameReasons(best)
  switch (said.kind) {
    case 'contradicted':
      return contradicted(best, said.reason, [])
    case 'supported':
      if (rival !== null || best.how === 'typo') break
      return matched(best.product, NAME_AND_PUBLISHER, said.by === 'domain' ? 'domain' : 'identifier', [
        ...reasons,
        said.reason,
      ])
    case 'doubtful':
      return ambiguous([best.product], [...reasons, said.reason], best)
    case 'silent':
      break
    default:
      return said satisfies never
  }
  if (rival !== null)
    return ambiguous(
      named.map(({ product }) => product),
      [...reasons, `${rival.product.name} is called the same`],
      best,
    )
  const accept = identity.via === 'oauth' ? ACCEPT_NAME_ONLY : ACCEPT
  if (best.how !== 'typo' && best.confidence >= accept)
    return matched(best.product, best.confidence, 'name-only', reasons)
  return ambiguous([best.product], [...reasons, 'nothing but a name supports it'], best)
}

/** What a name says of a product, for the reader. */
export function nameReasons({ product, key, how, core }: Named): readonly string[] {
  const as = key.written === product.name ? product.name : `${product.name} ("${key.written}")`
  const reasons = [how === 'typo' ? `the name is one typing error away from ${as}` : `the name is ${as}`]
  if (core.suffixes.length > 0 && how !== 'whole')
    reasons.push(`left out: ${core.suffixes.map((part) => `"${part}"`).join(', ')}`)
  if (how === 'tagline') reasons.push(`beside the name stands ${core.taglines.map((part) => `"${part}"`).join(', ')}`)
  return reasons
}

function noName(name: string | null, domains: readonly string[]): string {
  if (name === null || name.trim() === '') return 'the source gives no name'
  const where = domains.length === 0 ? '' : `, and no known product has the domain ${domains.join(', ')}`
  return `no known product has this name${where}`
}

function matched(
  product: Product,
  confidence: number,
  attribution: 'identifier' | 'domain' | 'name-only',
  reasons: readonly string[],
): Match {
  return result({
    verdict: 'match',
    app: product.id,
    family: product.family,
    confidence: rounded(confidence),
    attribution,
    softwareLikelihood: AN_APP,
    reasons: () => reasons,
  })
}

function unknown(reasons: readonly string[], contradiction: Contradiction | null): Match {
  return result({
    verdict: 'unknown',
    confidence: 0.9,
    softwareLikelihood: AN_APP,
    contradiction,
    reasons: () => reasons,
  })
}

function contradicted(named: Named, reason: string, owners: readonly Product[]): Match {
  const contradiction = { resembles: named.product.id, reason }
  const reasons = [...nameReasons(named), reason]
  return owners.length === 0 ? unknown(reasons, contradiction) : ambiguous(owners, reasons, named, contradiction)
}

function ambiguous(
  products: readonly Product[],
  reasons: readonly string[],
  named: Named | null,
  contradiction: Contradiction | null = null,
): Match {
  const share = rounded(Math.min(0.9, named?.confidence ?? 0.5) / products.length)
  const candidates = products.map((product): Candidate => {
    const domain = product.domains[0] ?? product.sharedDomains[0] ?? null
    return { app: product.id, name: product.name, domain, confidence: share }
  })
  return result({
    verdict: 'ambiguous',
    confidence: rounded(share * products.length),
    candidates,
    runnerUp: candidates[1] ?? null,
    softwareLikelihood: AN_APP,
    contradiction,
    reasons: () => reasons,
  })
}
