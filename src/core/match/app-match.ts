import { byDomain, isKin, ownersOf } from './app-domain.ts'
import { ambiguous, contradicted, matched, nameReasons, noName, unknown } from './app-verdict.ts'
import { standing } from './contradict.ts'
import { ACCEPT, ACCEPT_NAME_ONLY } from './decide.ts'
import { disguise } from './disguise.ts'
import { hardMatches } from './hard-match.ts'
import type { Index } from './index-table.ts'
import type { AppIdentity, Match } from './match.ts'
import type { Named } from './name-match.ts'
import { matchName } from './name-match.ts'
import type { StatedDomains } from './stated-domains.ts'
import { statedDomains } from './stated-domains.ts'

const NAME_AND_PUBLISHER = 0.98

/** Resolves what an identity provider says of an app: hard identifiers first, its domains, and its name last. */
export function matchApp(identity: AppIdentity, index: Index, rejected: ReadonlySet<string>): Match {
  const { clue } = identity
  const [hard, ...others] = hardMatches(clue, index, rejected)
  if (hard !== undefined && others.length === 0) return matched(hard.product, hard.confidence, hard.by, [hard.reason])
  if (hard !== undefined) {
    const all = [hard, ...others]
    return ambiguous(
      all.map(({ product }) => product),
      all.map(({ reason }) => reason),
      null,
    )
  }
  if (clue.owner === 'in-house') return unknown(['the app belongs to this company itself: it is no third party'], null)
  if (clue.owner === 'script')
    return unknown(["an employee's own script, grouped as scripts and not as a product"], null)
  const domains = statedDomains(clue)
  const named = clue.name === null ? [] : matchName(clue.name, index, rejected)
  const best = named[0] ?? null
  const disguised = clue.name === null ? null : disguise(clue.name, index)
  const owners = ownersOf(domains, identity.via, index, rejected)
  if (disguised !== null && !owners.some((owner) => isKin(owner, disguised.resembles, index))) {
    return unknown([disguised.reason], disguised)
  }
  if (owners.length > 0) return byDomain(owners, domains, named, identity, index)
  if (best === null) return unknown([noName(clue.name, domains.telling)], null)
  return byName(named, identity, domains, index)
}

function byName(named: readonly Named[], identity: AppIdentity, domains: StatedDomains, index: Index): Match {
  const [best, second] = named
  if (best === undefined) return unknown([noName(identity.clue.name, [])], null)
  const rival = second !== undefined && second.confidence > best.confidence / 2 ? second : null
  const said = standing(identity.clue, best, domains, index)
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
