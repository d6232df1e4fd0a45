import { BILLING_PLACES } from '../descriptor/places.ts'
import type { Token } from '../descriptor/token.ts'
import { knownMerchantWords } from '../descriptor/known-merchants.ts'
import type { Features, Setting } from './features.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { Rarity } from './key.ts'
import { isPlainRest } from './plain-rest.ts'
import type { MatchText } from './text.ts'
import { tokenKind } from './token-kind.ts'

/** Compares one hit with the whole text. */
export function compare(hit: Hit, text: MatchText, index: Index, setting: Setting): Features {
  const { tokens, start, billing } = text
  const own = index.wordsOf(hit.product)
  const biller = billing === null ? null : (index.intermediaries.words.get(billing.intermediary.id) ?? null)
  const explainedTo = Math.max(start, hit.from === billing?.tokens ? hit.from : 0)
  const tellsAll = hit.how === 'stem' || hit.how === 'remnant'
  let before = 0
  let codesBefore = 0
  let starred = 0
  let branch = false
  let trade = hit.how === 'exact' && hit.to - start <= knownMerchantWords(tokens, start) ? 1 : 0
  let everyday = 0
  let foreignDomains = 0
  let other = 0
  let softwareWord = false
  let planWord = false
  let reference = false
  let legalForm = false
  let ownWord = false
  let town = false
  let inColumn = false
  for (let at = explainedTo; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (at >= hit.to && token.gap === 'column') inColumn = true
    if (at >= hit.from && at < hit.to) continue
    if (inColumn && token.domain === null) continue
    if (at < hit.from && isOwnCode(hit, text, at)) continue
    if (at >= hit.to && isTown(token)) town = true
    const kind = tokenKind(token, at, text, hit.product, own, biller)
    if (at < hit.from) {
      if (kind === 'reference' || (kind === 'silent' && biller === null)) codesBefore += 1
      else if (kind !== 'own' && kind !== 'legal' && kind !== 'silent') before += 1
    }
    if (at >= hit.to && token.gap === 'star' && !hit.product.family && (kind === 'everyday' || kind === 'other')) {
      if (!tellsAll) starred += 1
      continue
    }
    switch (kind) {
      case 'own':
        ownWord = true
        break
      case 'software':
        if (token.word.software > 0 && !isOfOtherKind(token, hit)) softwareWord = true
        else if (token.word.software === 0) planWord = true
        break
      case 'reference':
        if (at > hit.from && isBranch(token)) branch = true
        else if (at > hit.from) reference = true
        break
      case 'legal':
        legalForm = true
        break
      case 'trade':
        if (!isAccount(hit)) trade += 1
        break
      case 'foreign':
        foreignDomains += 1
        break
      case 'everyday':
        if (!tellsAll) everyday += 1
        break
      case 'other':
        if (!tellsAll) other += 1
        break
      case 'silent':
        break
      default:
        kind satisfies never
    }
  }
  return {
    how: hit.how,
    rarity: rarityIn(hit, text),
    vendorName: hit.key?.from === 'vendor',
    familiar: hit.product.stems.length > 0,
    before,
    codesBefore,
    starred,
    trade,
    everyday,
    foreignDomains,
    other,
    otherSite: isOtherSite(hit, text),
    softwareWord,
    planWord,
    reference,
    branch,
    legalForm,
    ownWord,
    town,
    share: hit.share,
    strangeRest: hit.how === 'glued' && !isPlainRest(hit.rest, own),
    restLetters: hit.rest.length,
    letters: hit.key?.text.length ?? 0,
    billing: hit.biller ?? billingOf(text, hit),
    soldThere: billing !== null && hit.from > 0 && hit.product.soldThrough.includes(billing.intermediary.id),
    mcc: setting.mcc,
    recurring: setting.recurring,
  }
}

// What follows `GOOGLE *GSUITE_` is the customer's own name.
function isAccount({ how, key }: Hit): boolean {
  return how === 'stem' && key?.open === 'always' && !key.product.family && key.written.includes('*')
}

const MODEL_WORD = /^(?:ai|gpt)$/

// "PORTER AI" is no plan of a product without a model: companies put the word behind any name.
function isOfOtherKind({ text }: Token, { product }: Hit): boolean {
  return MODEL_WORD.test(text) && !product.ai
}

const LONGEST_BRANCH = 6
const ONLY_DIGITS = /^\d+$/

// "SUPER 8", "Relay 48221": accounts have more digits, letters among them, or an asterisk before them.
function isBranch({ text, gap }: Token): boolean {
  return gap !== 'star' && (text.length <= LONGEST_BRANCH || text.startsWith('0')) && ONLY_DIGITS.test(text)
}

const SHORTEST_TOWN = 4

function isTown({ text, word }: Token): boolean {
  return word.kind === 'place' && text.length >= SHORTEST_TOWN && !BILLING_PLACES.has(text)
}

// `HOO*HOOTSUITE`: letters of the name itself, as the merchant's code with its bank.
function isOwnCode(hit: Hit, text: MatchText, at: number): boolean {
  const code = text.tokens[at]?.text ?? ''
  const next = text.tokens[hit.from]
  return at + 1 === hit.from && next?.gap === 'star' && code.length >= 2 && next.text.startsWith(code)
}

// A name in one word that the text spells in several is proved by less: "four square" is no Foursquare.
function rarityIn(hit: Hit, text: MatchText): Rarity {
  const { key } = hit
  if (key === null) return 'rare'
  if (key.rarity !== 'rare' || key.words >= hit.to - hit.from || hit.how === 'stem' || hit.how === 'billed')
    return key.rarity
  const pieces = text.tokens.slice(hit.from, hit.to)
  return pieces.every(({ word }) => word.everyday || word.kind !== null) ? 'common' : 'fair'
}

function isOtherSite({ how, product, from, to }: Hit, { tokens }: MatchText): boolean {
  if (how === 'domain') return false
  for (let at = from; at < to; at += 1) {
    const domain = tokens[at]?.domain ?? null
    if (domain !== null && !product.domains.includes(domain) && !product.sharedDomains.includes(domain)) return true
  }
  return false
}

function billingOf(text: MatchText, hit: Hit): Features['billing'] {
  if (text.billing === null || hit.from === 0) return null
  return text.billing.intermediary.sellsSoftware ? 'software' : 'other'
}
