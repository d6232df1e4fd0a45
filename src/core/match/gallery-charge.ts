import { parseDescriptor } from '../descriptor.ts'
import type { Token } from '../descriptor/token.ts'
import { mccLeaning } from '../descriptor/mcc.ts'
import { wordClass } from '../descriptor/words.ts'
import { domainLabel, isTelling } from '../domain.ts'
import { nameWords } from '../name.ts'
import type { Product } from '../catalogue.ts'
import { ACCEPT } from './decide.ts'
import type { DescriptorIdentity } from './descriptor-match.ts'
import { candidate, reasonsFor, rounded } from './explain.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import type { Match } from './match.ts'
import type { Features } from './features.ts'
import type { Ranked } from './rank.ts'
import { rank } from './rank.ts'
import { result } from './result.ts'
import type { MatchText } from './text.ts'

// Galleries list airlines and banks beside software, so that even a whole name or an own site is a little less sure.
const MOST = 0.96
const OPEN = 0.85
// A shorter name is that of many a shop.
const LONG_WORD = 9
const LONG_NAME = 10
const MOST_WORDS = 6
// Any charge that prints a site has this; less means that something speaks for another trade.
const SOFTWARE_POSSIBLE = 0.15

/**
 * The product of a gallery that a charge names which the catalogue does not know: by its site, or by the whole of a long
 * name that nobody else bears, with nothing unexplained around it. A name alone is only proposed. Null for everything
 * else. `unmatched` is what the catalogue said.
 */
export function unlistedCharge(
  identity: DescriptorIdentity,
  unmatched: Match,
  shelf: Index,
  rejected: ReadonlySet<string>,
): Match | null {
  const text = parseDescriptor(identity.text, shelf.intermediaries)
  const setting = { mcc: mccLeaning(identity.mcc ?? text.mcc), recurring: identity.recurring }
  if (setting.mcc === 'other-trade' || text.noPurchase !== null) return null
  const sites = unmatched.softwareLikelihood >= SOFTWARE_POSSIBLE ? siteHits(text, shelf) : []
  const hits = [...sites, ...nameHits(text, shelf)].filter(({ product }) => !isOfTrade(product))
  const [best, other] = rank(hits, text, shelf, setting, rejected)
  if (best === undefined || other !== undefined || best.confidence < ACCEPT || !isExplained(best.features)) return null
  const { hit, confidence } = best
  const reasons = (): readonly string[] => [
    ...reasonsFor(best),
    "the catalogue does not know it; Microsoft's gallery does",
  ]
  if (hit.how !== 'domain' && !isBilledAsSoftware(best.features))
    return proposed({ ...best, confidence: OPEN }, unmatched, reasons)
  return result({
    verdict: 'match',
    app: hit.product.id,
    family: false,
    confidence: rounded(Math.min(confidence, MOST)),
    attribution: hit.how === 'domain' ? 'domain' : 'descriptor',
    intermediary: unmatched.intermediary,
    softwareLikelihood: 1,
    reasons,
  })
}

function proposed(
  ranked: Ranked,
  { softwareLikelihood, intermediary }: Match,
  reasons: () => readonly string[],
): Match {
  return result({
    verdict: 'ambiguous',
    confidence: ranked.confidence,
    candidates: [candidate(ranked)],
    intermediary,
    softwareLikelihood,
    reasons: () => [...reasons(), 'nothing around the name says that software is billed'],
  })
}

// Shops and airlines are in galleries as well; they print neither account numbers nor legal forms by habit.
function isBilledAsSoftware({ mcc, recurring, softwareWord, reference, legalForm, billing }: Features): boolean {
  if (mcc === 'software' || mcc === 'digital' || recurring === true) return true
  return softwareWord || reference || legalForm || billing === 'software'
}

function siteHits({ tokens, start }: MatchText, shelf: Index): readonly Hit[] {
  return tokens.flatMap(({ domain, path }, from) => {
    if (from < start || path || domain === null || !isTelling(domain)) return []
    const owners = shelf.owners.get(domain) ?? []
    return owners.map((product): Hit => ({ ...hitOf(product, null, from, from + 1), how: 'domain', seen: domain }))
  })
}

/** The longest name that the text begins with. */
function nameHits({ tokens, offsets, joined, start }: MatchText, shelf: Index): readonly Hit[] {
  for (let to = Math.min(tokens.length, start + MOST_WORDS); to > start; to -= 1) {
    if (tokens.slice(start, to).some(isPlace)) continue
    const keys = shelf.keys.get(joined.slice(offsets[start], offsets[to])) ?? []
    const telling = keys.filter(isTellingName)
    if (telling.length > 0) return telling.map((key) => hitOf(key.product, key, start, to))
  }
  return []
}

function isPlace({ word }: Token): boolean {
  return word.kind === 'place'
}

function isTellingName({ rarity, words, text }: Key): boolean {
  return rarity === 'rare' && text.length >= (words === 1 ? LONG_WORD : LONG_NAME)
}

function hitOf(product: Product, key: Key | null, from: number, to: number): Hit {
  return { product, key, how: 'exact', from, to, rest: '', share: 1, biller: null, seen: key?.written ?? '' }
}

function isOfTrade({ name, domains }: Product): boolean {
  const words = [...nameWords(name), ...domains.map(domainLabel)]
  return words.some((word) => wordClass(word) === 'merchant')
}

function isExplained({ before, trade, everyday, foreignDomains, other, otherSite }: Features): boolean {
  return before + trade + everyday + foreignDomains + other === 0 && !otherSite
}
