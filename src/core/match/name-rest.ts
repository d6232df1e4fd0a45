import { wordOf } from '../descriptor/words.ts'
import type { Product } from '../catalogue.ts'
import { nameWords, squeeze } from '../name.ts'
import { decoration, isIdentityProvider, isPlatform, isToolWord, takesAddons } from './app-decoration.ts'
import type { NameCore } from './app-name.ts'
import { phraseAt } from './app-name.ts'
import type { Decoration } from './app-decoration.ts'
import type { Index } from './index-table.ts'
import type { Key, Rarity } from './key.ts'
import { publisherSays } from './publisher.ts'
import { stem } from './purpose.ts'

type Odds = Readonly<Record<Rarity, number>>

// Log-odds that a name loses by what stands round the product in it; of several only the heaviest counts, as they say much the
// same: somebody put words to a name.
const AFFIX: Odds = { rare: -0.3, fair: -0.5, common: -0.1 }
const LED: Odds = { rare: -0.3, fair: -0.5, common: -1.5 } // "Test Box"
const PART: Odds = { rare: -1, fair: -0.7, common: -2 } // "Prezi Viewer"
const PURPOSE: Odds = { rare: -0.6, fair: -0.6, common: -0.3 } // "Clockify Time Tracker"
const REACHED: Odds = { rare: -1, fair: -0.7, common: -0.3 } // "Zapier Google Sheets Connector"
const TENANT: Odds = { rare: -0.7, fair: -0.7, common: -0.3 } // "Slack – Acme Ltd"
const FREE: Odds = { rare: -1, fair: -1.8, common: -3 } // "Front: a door company"
const FOR_SOMEBODY: Odds = { rare: 0, fair: -0.5, common: -1.5 } // "Box for Kids"
const BORROWED = -2.5 // "ChatGPT for Sheets": AI models lend their names to everybody's add-ons
const FOR_ANOTHER = -2 // "Notion Web Clipper for Evernote"
const TOOL = -4 // "Slack - Export Viewer"
const OTHERS_HAND = -3 // "Slack Bot by Acme"
const SECOND_NAME = -2.5 // "Slack | Jira"
const OWN_COPY = -3
// The bracket says that it is the company's own.
const OWN = /\b(?:internal|in-?house|self-?hosted|private|homegrown|on-?prem(?:ise)?|unofficial|fork)\b|\.[a-z]{2,}$/i
// What others connect to: "Gmail Connector" is none of Google's.
const SUITE_VENDORS = new Set(['google', 'microsoft'])
const LENT = new Set(['ai-assistant', 'ai-search', 'language-model-api'])

/** What the rest of a name costs the product that it names, as log-odds of at most 0; null where it names something else. */
export function restOdds(key: Key, core: NameCore, begin: number, end: number, index: Index): number | null {
  const { product, rarity } = key
  const behind = behindOdds(key, core.words.slice(end), index)
  if (behind === null) return null
  const odds = [behind, ...core.taglines.map((tagline) => taglineOdds(key, tagline, core, index))]
  if (begin > 0 && !core.words.slice(0, begin).every((word) => isIdentityProvider(word) || word === 'sso'))
    odds.push(LED[rarity])
  if (core.suffixes.length > 0) odds.push(AFFIX[rarity])
  if (core.suffixes.some((suffix) => OWN.test(suffix))) odds.push(OWN_COPY)
  if (core.host !== null) odds.push(hostOdds(key, core.host, end < core.words.length, index))
  if (core.taglines.length > 0 && SUITE_VENDORS.has(squeeze(product.vendor)) && core.suffixes.some(isJoint))
    odds.push(OTHERS_HAND)
  if (core.by !== null) odds.push(byOdds(product, core.by, index))
  return Math.min(...odds)
}

function behindOdds(key: Key, rest: readonly string[], index: Index): number | null {
  const { product } = key
  if (rest.length === 0) return 0
  const purpose = index.purposeOf(product)
  const seen = new Set<Decoration>()
  let purposes = 0
  for (let at = 0; at < rest.length;) {
    const length = phraseAt(rest, at, (phrase) => decoration(phrase) !== null)
    const kind = decoration(rest.slice(at, at + length).join(''))
    if (kind === null || kind === 'part') {
      if (purpose.has(stem(rest[at] ?? '')) && mayDescribe(product)) purposes += 1
      else if (kind === null) return null
      else seen.add(kind)
    } else seen.add(kind)
    at += Math.max(1, length)
  }
  return seenOdds(key, seen, purposes)
}

function seenOdds({ product, rarity }: Key, seen: ReadonlySet<Decoration>, purposes: number): number | null {
  const odds = [AFFIX[rarity]]
  if (purposes > 0) odds.push(purposes > 1 ? AFFIX[rarity] : PURPOSE[rarity])
  if (seen.has('console') || seen.has('built')) odds.push(PART[rarity])
  if (seen.has('part')) {
    if (!mayDescribe(product)) return null
    odds.push(PART[rarity])
  }
  if ((seen.has('joint') || seen.has('built')) && SUITE_VENDORS.has(squeeze(product.vendor))) odds.push(OTHERS_HAND)
  const reaches = seen.has('suite') ? seen.has('joint') || seen.has('sign-in') : seen.has('sign-in')
  if (seen.has('suite') || seen.has('place')) {
    if (!reaches || !mayDescribe(product)) return null
    odds.push(REACHED[rarity])
  }
  return Math.min(...odds)
}

// A line's parts are products of their own, and what is built on a model bears its name.
function mayDescribe(product: Product): boolean {
  return !product.family && !isLent(product)
}

function isLent({ ai, capabilities }: Product): boolean {
  return ai && LENT.has(capabilities[0] ?? '')
}

function hostOdds({ product, rarity }: Key, host: string, isPart: boolean, index: Index): number {
  const words = nameWords(host)
  const [first = ''] = words
  if (isPlatform(first)) return 0
  const isEdition = words.every((word) => decoration(word) === 'affix' || decoration(word) === 'part')
  if (isLent(product)) return isEdition ? 0 : BORROWED
  if (isEdition || phraseAt(words, 0, takesAddons) > 0) return 0
  const others = index.keys.get(words.join('')) ?? []
  const isOthers = others.some((other) => other.product.vendor !== product.vendor && other.rarity !== 'common')
  return isOthers && isPart ? FOR_ANOTHER : FOR_SOMEBODY[rarity]
}

function byOdds(product: Product, by: string, index: Index): number {
  if (decoration(squeeze(by)) === 'affix') return 0
  return publisherSays(by, product, index) === 'agrees' ? 0 : OTHERS_HAND
}

function taglineOdds(key: Key, tagline: string, core: NameCore, index: Index): number {
  const { product, rarity } = key
  const words = nameWords(tagline)
  const purpose = index.purposeOf(product)
  const described = words.filter((word) => word.length > 2 && purpose.has(stem(word))).length
  if (words.some((word) => isToolWord(word) && !purpose.has(stem(word)))) return TOOL
  const own = index.wordsOf(product)
  if (words.every((word) => own.includes(word) || isAffix(word) || isIdentityProvider(word))) return AFFIX[rarity]
  if (mayDescribe(product) && described > 1) return 0
  const rest = behindOdds(key, words, index)
  if (rest !== null) return rest
  const hosts = phraseAt(words, 0, takesAddons)
  const isReached = hosts > 0 && (hosts === words.length || behindOdds(key, words.slice(hosts), index) !== null)
  if (isReached && mayDescribe(product)) return REACHED[rarity]
  const second = index.keys.get(words.join('')) ?? []
  if (second.some((other) => other.product.vendor !== product.vendor && other.rarity !== 'common')) return SECOND_NAME
  if (mayDescribe(product) && described > 0) return PURPOSE[rarity]
  if (words.every(isNameOfSomebody)) return TENANT[rarity]
  // "Salesforce Connector - Finance": what the company built to reach it.
  return core.suffixes.some(isJoint) ? OTHERS_HAND : FREE[rarity]
}

function isJoint(suffix: string): boolean {
  return nameWords(suffix).some((word) => decoration(word) === 'joint')
}

function isAffix(word: string): boolean {
  return decoration(word) === 'affix'
}

// The company that uses the tool, or one of its places: "Acme Ltd", "Dublin".
function isNameOfSomebody(word: string): boolean {
  const { kind, everyday } = wordOf(word)
  return kind === 'legal' || kind === 'place' || (kind === null && !everyday && word.length > 2)
}
