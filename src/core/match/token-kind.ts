import type { Token } from '../descriptor/token.ts'
import type { Product } from '../catalogue.ts'
import { NO_LETTERS, withLetter } from '../descriptor/text-table.ts'
import { wordIn, wordOf } from '../descriptor/words.ts'
import { STATES } from '../descriptor/places.ts'
import type { MatchText } from './text.ts'

/** What a token beside a name is to the product that the name may mean. */
export type TokenKind =
  | 'own'
  | 'software'
  | 'reference'
  | 'legal'
  | 'silent'
  | 'trade'
  | 'everyday'
  | 'foreign'
  | 'other'

/** Reads a token outside the name. `own`: the words of the product, its vendor and family; `biller`: those of who bills. */
export function tokenKind(
  token: Token,
  at: number,
  text: MatchText,
  product: Product,
  own: readonly string[],
  biller: ReadonlySet<string> | null,
): TokenKind {
  if (biller !== null && (biller.has(token.full) || biller.has(token.text))) return 'silent'
  if (token.domain !== null) {
    const its = product.domains.includes(token.domain) || product.sharedDomains.includes(token.domain)
    return its || own.includes(token.text) ? 'own' : 'foreign'
  }
  if (own.includes(token.text)) return 'own'
  const site = siteKind(token, text.tokens[at - 1], own)
  if (site !== null) return site
  if (token.path) return 'silent'
  if (token.coded) return 'reference'
  const { word } = token
  if (word.cut && word.kind === null && !word.everyday && isCutHere(at, text)) return 'silent'
  switch (word.kind) {
    case 'software':
      return 'software'
    case 'legal':
      return 'legal'
    case 'place':
    case 'noise':
      return 'silent'
    case 'merchant':
      if (isItalianForm(token, at, text)) return 'legal'
      return isHarmless(token, text.tokens[at - 1]) ? 'silent' : 'trade'
    case null:
      break
    default:
      return word.kind satisfies never
  }
  if (word.software > 1) return 'software'
  if (token.text.length <= LONGEST_END && (token.text.length === 1 || at === text.tokens.length - 1)) return 'silent'
  if (at === text.tokens.length - 1 && startsOne(token.text, own)) return 'silent'
  if (word.everyday) return 'everyday'
  return isCity(at, text) || isGluedForm(token.text) ? 'silent' : 'other'
}

// One letter, or the two that a cut left of a last word, say nothing.
const LONGEST_END = 2

const SCHEME = /^(?:https?)?(?:www)?/

// Addresses are cut with the line: `httpswww.smar`, `httpsopenai.c`.
function siteKind({ text, gap }: Token, before: Token | undefined, own: readonly string[]): TokenKind | null {
  if (gap === 'mark' && before !== undefined && isScheme(before.text)) return startsOne(text, own) ? 'own' : null
  if (!text.startsWith('http') && !text.startsWith('www')) return null
  const rest = text.replace(SCHEME, '')
  if (rest === '') return 'silent'
  return startsOne(rest, own) ? 'own' : null
}

function isScheme(text: string): boolean {
  return text.startsWith('http') || text === 'www'
}

const SHORTEST_PART = 2
// Two states together are a word more often than an address.
const LONGEST_STATE = 6
// No place or legal form that is listed has more letters.
const LONGEST_PLACE = 24

// `incsanfrancisco`, `franciscousaca`: the legal form or another place glued to the town. `failed` are the places behind which it
// was tried, so that "sanjosesanjose…", which can be taken apart in many ways, is not taken apart in all of them.
function isGluedForm(text: string, begin = 0, failed: Set<number> | null = null): boolean {
  if (text.length - begin <= LONGEST_STATE) return false
  let tried = failed
  let hash = NO_LETTERS
  const last = Math.min(text.length - SHORTEST_PART, begin + LONGEST_PLACE)
  for (let at = begin; at < last; at += 1) {
    hash = withLetter(hash, text.charCodeAt(at))
    const { kind } = wordIn(text, begin, at + 1 - begin, hash)
    if ((kind !== 'place' && kind !== 'legal') || at + 1 - begin < SHORTEST_PART) continue
    if (wordOf(text.slice(at + 1)).kind === 'place') return true
    tried ??= new Set()
    if (tried.has(at)) continue
    tried.add(at)
    if (isGluedForm(text, at + 1, tried)) return true
  }
  return false
}

// An unknown word between other words and the state that ends the line is a town.
function isCity(at: number, { tokens, start }: MatchText): boolean {
  const next = tokens[at + 1]
  return next !== undefined && at > start && isState(next, at + 1, tokens)
}

function isState({ text }: Token, at: number, tokens: readonly Token[]): boolean {
  return at === tokens.length - 1 && STATES.has(text)
}

// "TEAMSYSTEM SPA PESARO" is a company, "LOTUS SPA" a bath: towns follow companies.
function isItalianForm({ text }: Token, at: number, { tokens, start }: MatchText): boolean {
  return text === 'spa' && at === start + 1 && at < tokens.length - 1
}

// Words are cut at the end of the line, and where a column or reference follows: `websit#196100645`.
const LONG_CUT = 5

function isCutHere(at: number, { tokens }: MatchText): boolean {
  const next = tokens[at + 1]
  if (next === undefined || next.gap === 'column' || isState(next, at + 1, tokens)) return true
  return next.coded && next.gap !== 'space' && (tokens[at]?.text.length ?? 0) >= LONG_CUT
}

// "Menlo Park", "Overland Park": some trade words behind a place are the place's. "Online shop" is how software is sold too.
const PLACE_ENDINGS = new Set(['park', 'garden', 'gardens', 'farms'])
const SHOPS = new Set(['shop', 'store'])
const ON_THE_NET = new Set(['online', 'web', 'app', 'internet'])

function isHarmless({ text }: Token, previous: Token | undefined): boolean {
  if (previous === undefined) return false
  if (PLACE_ENDINGS.has(text)) return previous.word.kind === 'place'
  return SHOPS.has(text) && ON_THE_NET.has(previous.text)
}

/** True where the text, of three letters or more, begins one of the words. */
export function startsOne(cut: string, words: readonly string[]): boolean {
  if (cut.length < 3) return false
  for (const word of words) if (word.startsWith(cut)) return true
  return false
}
