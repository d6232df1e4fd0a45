import type { Product } from '../catalogue.ts'
import { rounded } from './explain.ts'
import type { Candidate, Contradiction, Match } from './match.ts'
import type { Named } from './name-match.ts'
import { result } from './result.ts'

// An app is software by itself; what is not known is which.
const AN_APP = 1

/** What a name says of a product, for the reader. */
export function nameReasons({ product, key, how, core }: Named): readonly string[] {
  const as = key.written === product.name ? product.name : `${product.name} ("${key.written}")`
  const reasons = [how === 'typo' ? `the name is one typing error away from ${as}` : `the name is ${as}`]
  if (core.suffixes.length > 0 && how !== 'whole')
    reasons.push(`left out: ${core.suffixes.map((part) => `"${part}"`).join(', ')}`)
  if (how === 'tagline') reasons.push(`beside the name stands ${core.taglines.map((part) => `"${part}"`).join(', ')}`)
  return reasons
}

/** Why nothing is known of an app with that name. */
export function noName(name: string | null, domains: readonly string[]): string {
  if (name === null || name.trim() === '') return 'the source gives no name'
  const where = domains.length === 0 ? '' : `, and no known product has the domain ${domains.join(', ')}`
  return `no known product has this name${where}`
}

/** An app or a tool that is that product. */
export function matched(
  product: Pick<Product, 'id' | 'family'>,
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

/** An app of which nobody can tell which product it is. */
export function unknown(reasons: readonly string[], contradiction: Contradiction | null): Match {
  return result({
    verdict: 'unknown',
    confidence: 0.9,
    softwareLikelihood: AN_APP,
    contradiction,
    reasons: () => reasons,
  })
}

/** An app that bears a product's name and is something else; `owners` are what its domain says instead. */
export function contradicted(named: Named, reason: string, owners: readonly Product[]): Match {
  const contradiction = { resembles: named.product.id, reason }
  const reasons = [...nameReasons(named), reason]
  return owners.length === 0 ? unknown(reasons, contradiction) : ambiguous(owners, reasons, named, contradiction)
}

/** An app that may be one of several products, or the only one without enough to support it. */
export function ambiguous(
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
