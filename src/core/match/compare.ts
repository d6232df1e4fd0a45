import { isEveryday } from '../descriptor/everyday-words.ts'
import type { MccLeaning } from '../descriptor/mcc.ts'
import type { Token } from '../descriptor/token.ts'
import { isKnownMerchant } from '../descriptor/known-merchants.ts'
import { isCutWord, wordClass } from '../descriptor/words.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { Rarity } from './key.ts'
import type { MatchText } from './text.ts'

/** One hit compared with its text, feature by feature. Counts are of tokens outside the hit that nothing explains. */
export type Features = {
  readonly how: Hit['how']
  readonly rarity: Rarity
  /** Unexplained before the name; and behind it: trade words, everyday words, domains of others, anything else. */
  readonly before: number
  readonly trade: number
  readonly everyday: number
  readonly foreignDomains: number
  /** The name is the name part of a site that the product is not known to have: `box.co.uk`. */
  readonly otherSite: boolean
  readonly other: number
  /** Behind or before the name stand words of software bills, a reference, a legal form, own words of product or vendor. */
  readonly softwareWord: boolean
  readonly reference: boolean
  readonly legalForm: boolean
  readonly ownWord: boolean
  /** The share of the key that is printed, below 1 only for cut names. */
  readonly share: number
  /** Glued rest that is neither a legal form nor a word of bills. */
  readonly strangeRest: boolean
  /** Letters glued behind the key. */
  readonly restLetters: number
  /** Letters of the key: 0 for a domain. */
  readonly letters: number
  readonly billing: 'software' | 'other' | null
  readonly mcc: MccLeaning
  readonly recurring: boolean | null
}

/** Where a text comes from, as far as it bears on a match. */
export type Setting = { readonly mcc: MccLeaning; readonly recurring: boolean | null }

type Kind = 'own' | 'software' | 'reference' | 'legal' | 'silent' | 'trade' | 'everyday' | 'foreign' | 'other'

/** Compares one hit with the whole text. */
export function compare(hit: Hit, text: MatchText, index: Index, setting: Setting): Features {
  const kinds = new Map<Kind, number>()
  const own = index.wordsOf(hit.product)
  const explainedTo = Math.max(text.start, hit.from === text.billing?.tokens ? hit.from : 0)
  const tellsAll = hit.how === 'stem'
  let before = 0
  let inColumn = false
  text.tokens.forEach((token, at) => {
    if (at >= hit.to && token.gap === 'column') inColumn = true
    if ((at >= hit.from && at < hit.to) || at < explainedTo) return
    const kind = inColumn && token.domain === null ? 'silent' : kindOf(token, at, text, hit, own)
    if (at < hit.from && kind !== 'own' && kind !== 'legal') before += 1
    if (tellsAll && (kind === 'other' || kind === 'everyday')) return
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  })
  const count = (kind: Kind): number => kinds.get(kind) ?? 0
  const known = hit.how === 'exact' && isKnownMerchant(text.tokens.slice(text.start).map((token) => token.text))
  return {
    how: hit.how,
    rarity: rarityIn(hit, text),
    before,
    trade: count('trade') + (known ? 1 : 0),
    everyday: count('everyday'),
    foreignDomains: count('foreign'),
    otherSite: isOtherSite(hit, text),
    other: count('other'),
    softwareWord: count('software') > 0,
    reference: count('reference') > 0,
    legalForm: count('legal') > 0,
    ownWord: count('own') > 0,
    share: hit.share,
    strangeRest: hit.how === 'glued' && hit.rest !== '' && !isPlainRest(hit.rest, own),
    restLetters: hit.rest.length,
    letters: hit.key?.text.length ?? 0,
    billing: billingOf(text, hit),
    mcc: setting.mcc,
    recurring: setting.recurring,
  }
}

// A name in one word that the text spells in several is proved by less: "four square" is no Foursquare.
function rarityIn(hit: Hit, text: MatchText): Rarity {
  const { key } = hit
  if (key === null) return 'rare'
  if (key.rarity !== 'rare' || key.words >= hit.to - hit.from || hit.how === 'stem') return key.rarity
  const pieces = text.tokens.slice(hit.from, hit.to)
  return pieces.every((token) => isEveryday(token.text) || wordClass(token.text) !== null) ? 'common' : 'fair'
}

function isOtherSite({ how, product, from, to }: Hit, text: MatchText): boolean {
  if (how === 'domain') return false
  return text.tokens
    .slice(from, to)
    .some(
      ({ domain }) => domain !== null && !product.domains.includes(domain) && !product.sharedDomains.includes(domain),
    )
}

function billingOf(text: MatchText, hit: Hit): Features['billing'] {
  if (text.billing === null || hit.from === 0) return null
  return text.billing.intermediary.sellsSoftware ? 'software' : 'other'
}

function kindOf(token: Token, at: number, text: MatchText, hit: Hit, own: ReadonlySet<string>): Kind {
  const { product } = hit
  if (token.domain !== null) {
    const its = product.domains.includes(token.domain) || product.sharedDomains.includes(token.domain)
    return its || own.has(token.text) ? 'own' : 'foreign'
  }
  if (own.has(token.text)) return 'own'
  if (token.path) return 'silent'
  if (token.coded) return 'reference'
  const known = wordClass(token.text)
  switch (known) {
    case 'software':
      return 'software'
    case 'legal':
      return 'legal'
    case 'place':
    case 'noise':
      return 'silent'
    case 'merchant':
      return isPartOfPlace(at, text) ? 'silent' : 'trade'
    case null:
      break
    default:
      return known satisfies never
  }
  if (token.text.length === 1) return 'silent'
  if (at === text.tokens.length - 1 && (isCutWord(token.text) || startsOwn(token.text, own))) return 'silent'
  return isEveryday(token.text) ? 'everyday' : 'other'
}

// "Menlo Park", "Overland Park": some trade words behind a place are the place's.
const PLACE_ENDINGS = new Set(['park', 'garden', 'gardens', 'farms'])

function isPartOfPlace(at: number, text: MatchText): boolean {
  const previous = text.tokens[at - 1]
  const ends = PLACE_ENDINGS.has(text.tokens[at]?.text ?? '')
  return ends && previous !== undefined && wordClass(previous.text) === 'place'
}

function startsOwn(cut: string, own: ReadonlySet<string>): boolean {
  if (cut.length < 3) return false
  for (const word of own) if (word.startsWith(cut)) return true
  return false
}

// What may be glued to a name: domain endings, legal forms, words of bills, places, own words, numbers.
function isPlainRest(rest: string, own: ReadonlySet<string>): boolean {
  if (rest.length <= 1 || /\d/.test(rest)) return true
  const known = wordClass(rest)
  if (known !== null && known !== 'merchant') return true
  if (isCutWord(rest) || startsOwn(rest, own)) return true
  for (let split = 2; split <= rest.length - 2; split += 1) {
    const head = wordClass(rest.slice(0, split))
    const tail = rest.slice(split)
    if (head !== null && head !== 'merchant' && (wordClass(tail) !== null || isCutWord(tail))) return true
  }
  return false
}
