import type { Product } from '../catalogue.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { Ranked } from './rank.ts'

/** The bar for accepting without a person, by what is at stake: a wrong merge is worse than a question. */
export const ACCEPT = 0.95
/** Charges are weighed by what was counted (weights.ts): of those above this bar, 99.6 % are right on products that no weight was fitted on. */
export const ACCEPT_CHARGE = 0.93
/** Names that nothing hard supports (Google tokens) are held to more. */
export const ACCEPT_NAME_ONLY = 0.96
/** Below this a product is not even worth proposing. */
const PROPOSE = 0.4
// Odds by which the best must beat the next one that is not of its family.
const MARGIN = 4

/** What the ranked products come to: one product, a set to choose from, or nothing. */
export type Decision =
  | { readonly kind: 'match'; readonly product: Product; readonly by: Ranked; readonly runnerUp: Ranked | null }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Ranked[] }
  | { readonly kind: 'none'; readonly nearest: Ranked | null }

/** Takes the best product where it passes the bar and stands clear of the next; else refuses to guess. */
export function decide(ranked: readonly Ranked[], index: Index, accept: number): Decision {
  const [best, ...others] = ranked
  if (best === undefined || best.confidence < PROPOSE) return { kind: 'none', nearest: best ?? null }
  const member = memberNamed(best, others, accept)
  if (member !== null) return { kind: 'match', product: member.hit.product, by: member, runnerUp: best }
  const rivals = others.filter((other) => isRival(best, other) || isSecondName(best, other, index))
  const rival = rivals[0] ?? null
  if (rival === null) {
    if (best.confidence < accept) return { kind: 'ambiguous', candidates: [best] }
    return { kind: 'match', product: best.hit.product, by: best, runnerUp: others[0] ?? null }
  }
  const family = commonFamily([best, ...rivals], index)
  if (family !== null && best.confidence >= accept) {
    return { kind: 'match', product: family, by: best, runnerUp: rival }
  }
  return { kind: 'ambiguous', candidates: [best, ...rivals] }
}

// The line is certain, which makes the name of one of its products far likelier than it is by itself: "MSFT*M365".
const WITHIN_LINE = 12

function memberNamed(best: Ranked, others: readonly Ranked[], accept: number): Ranked | null {
  const { product } = best.hit
  if (!product.family || best.confidence < accept) return null
  const members = others.filter(({ hit }) => hit.product.memberOf === product.id && saysMore(hit, best.hit))
  const [first, second] = members
  if (first === undefined || (second !== undefined && odds(first.confidence) < MARGIN * odds(second.confidence)))
    return null
  const within = WITHIN_LINE * odds(first.confidence)
  return within >= odds(accept) ? { ...first, confidence: Math.min(best.confidence, within / (1 + within)) } : null
}

// More of the text than names the line, and not only the first letters of a word.
const SHORTEST_WORD = 3

function saysMore(hit: Hit, line: Hit): boolean {
  if (hit.how === 'typo') return false
  if (hit.how !== 'cut') return hit.from < line.from || hit.to > line.to
  const printed = (hit.key?.text.length ?? 0) * hit.share
  return printed - (hit.from >= line.to ? 0 : (line.key?.text.length ?? 0)) >= SHORTEST_WORD
}

function isRival(best: Ranked, other: Ranked): boolean {
  if (other.confidence < PROPOSE / 2 || odds(best.confidence) >= MARGIN * odds(other.confidence)) return false
  return !isMoreSpecific(best.hit.product, best, other) && !isLongerCut(best.hit, other.hit)
}

// "RINGCENTRA" is nearly all of RingCentral and little of RingCentral Events.
function isLongerCut(best: Hit, other: Hit): boolean {
  if (best.how !== 'cut' || other.how !== 'cut' || best.key === null || other.key === null) return false
  return other.key.text.startsWith(best.key.text)
}

// Another product is named beside the first, and neither explains the other: "hootsuite mailchimp".
function isSecondName(best: Ranked, other: Ranked, index: Index): boolean {
  const apart = other.hit.from >= best.hit.to || other.hit.to <= best.hit.from
  if (!apart || best.hit.how === 'domain' || other.features.rarity === 'common' || best.features.rarity === 'common')
    return false
  if (other.hit.how === 'cut' || other.hit.how === 'glued' || best.hit.how === 'stem') return false
  const words = index.wordsOf(best.hit.product)
  const explained = other.hit.product.vendor === best.hit.product.vendor || words.includes(other.hit.key?.text ?? '')
  return !explained && !isMoreSpecific(best.hit.product, best, other)
}

// A family named beside its member adds nothing: "trello.com atlassian" is Trello.
function isMoreSpecific(product: Product, best: Ranked, other: Ranked): boolean {
  if (product.memberOf === other.hit.product.id) return true
  return product.family && other.hit.product.memberOf === product.id && best.hit.to > other.hit.to
}

function odds(confidence: number): number {
  return confidence / Math.max(1e-9, 1 - confidence)
}

// Products that only one line of a vendor could mean: the line is certain although the product is not.
function commonFamily(ranked: readonly Ranked[], index: Index): Product | null {
  const ids = new Set(ranked.map(({ hit }) => (hit.product.family ? hit.product.id : hit.product.memberOf)))
  const [id] = ids
  if (ids.size !== 1 || id === null || id === undefined) return null
  return index.products.get(id) ?? null
}
