import { gluedBilling } from '../descriptor/intermediary.ts'
import { NO_LETTERS, withLetter } from '../descriptor/text-table.ts'
import { isTelling } from '../domain.ts'
import { nameWords } from '../name.ts'
import { domainProducts } from './domain-products.ts'
import type { Hit } from './hit.ts'
import { keyHit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import { letterCodes } from './letter-codes.ts'
import type { MatchText } from './text.ts'
import { findTypos, mayBeMisspelt } from './typos.ts'

// Names stand near the beginning, and the longest have this many words.
const STARTS = 8
const LONGEST_NAME = 6
// A cut name must show this many letters and this share of itself, or half the catalogue would begin like it.
const SHORTEST_CUT = 6
const SMALLEST_SHARE = 0.5
const SHORTEST_GLUED = 5
// A word that long may be cut in the middle of a text: `surveymonk t`.
const LONG_CUT = 8

/** All products that a text names in one way or another, unweighed: domains, exact keys, stems, glued and cut keys. */
export function findHits(text: MatchText, index: Index): readonly Hit[] {
  const hits: Hit[] = []
  const { tokens, offsets, start } = text
  const codes = letterCodes(tokens, text.joined.length)
  const starts = Math.min(tokens.length, STARTS)
  for (let from = 0; from < starts; from += 1) {
    const token = tokens[from]
    if (token === undefined || token.path) continue
    if (from >= start && token.domain !== null) addDomains(hits, token.domain, from, index)
    addKeys(hits, text, codes, from, offsets[from] ?? 0, index)
  }
  if (start === 0 && !hits.some(isWholeFirst)) addBilled(hits, text, index)
  return hits.length === 0 && mayBeMisspelt(text) ? findTypos(text, index) : hits
}

function isWholeFirst({ how, from }: Hit): boolean {
  return from === 0 && how !== 'glued' && how !== 'cut'
}

function addDomains(hits: Hit[], domain: string, at: number, index: Index): void {
  if (!isTelling(domain)) return
  const known = domainProducts(domain, index)
  // A line that is cut behind `.co` mostly meant `.com`.
  const meant = known.length === 0 && domain.endsWith('.co') ? domainProducts(`${domain}m`, index) : known
  for (const product of meant) {
    const hit = { product, key: null, how: 'domain', from: at, to: at + 1, rest: '', share: 1, biller: null } as const
    hits.push({ ...hit, seen: domain })
  }
}

// Walks once over the letters from `begin` on, and looks at each whether a key ends there.
function addKeys(hits: Hit[], text: MatchText, codes: Uint16Array, from: number, begin: number, index: Index): void {
  const { joined, offsets, tokens, start } = text
  const { table } = index
  const limit = Math.min(joined.length, begin + table.longest)
  let hash = NO_LETTERS
  let to = from + 1
  for (let at = begin; at < limit; at += 1) {
    hash = withLetter(hash, codes[at] ?? 0)
    const length = at + 1 - begin
    if (!table.mayContinue(hash, length)) return
    const isEnd = at + 1 === offsets[to]
    if (isEnd || length >= SHORTEST_GLUED) {
      const id = to > start ? table.find(hash, joined, begin, length) : -1
      const keys = id === -1 ? null : (index.keyGroups[id] ?? null)
      if (keys !== null) addFound(hits, keys, text, from, to, at + 1)
      else if (isEnd && length >= SHORTEST_CUT && to > start) addCut(hits, text, from, to, index)
    }
    if (isEnd && to < tokens.length) to += 1
  }
}

function addFound(hits: Hit[], keys: readonly Key[], text: MatchText, from: number, to: number, end: number): void {
  const { joined, offsets, tokens } = text
  const rest = joined.slice(end, offsets[to])
  const next = tokens[to]?.gap
  for (const key of keys) {
    if (key.open === 'before-code') {
      if (rest === '' && from === 0 && isAllCode(tokens, to)) hits.push(keyHit(key, 'remnant', from, to))
    } else if (rest === '') {
      if (to - from > LONGEST_NAME) continue
      // The mark behind a stem is often lost, and leaves two spaces.
      const marked = next !== undefined && next !== 'space' && next !== 'column'
      // "SLACK & SONS": what a common word is joined to by another mark is part of a name.
      const isMarked = marked && (next !== 'mark' || key.rarity !== 'common')
      const isOpen = key.open === 'always' || (key.open === 'at-mark' && isMarked)
      // "F&B" is no "FB *": so short a stem says nothing without its mark.
      if (key.open === 'at-mark' && !isOpen && key.text.length <= SHORTEST_STEM) continue
      hits.push(keyHit(key, isOpen ? 'stem' : 'exact', from, to))
    } else if (key.open !== null && isReference(key, rest)) hits.push(keyHit(key, 'stem', from, to))
    else if (key.text.length >= SHORTEST_GLUED && !isWord(tokens, from, to))
      hits.push(keyHit(key, 'glued', from, to, rest))
  }
}

// "Discover" is a word of its own, and no Disco in Vermont.
function isWord(tokens: MatchText['tokens'], from: number, to: number): boolean {
  const word = tokens[from]?.word
  return to === from + 1 && word !== undefined && (word.everyday || word.kind !== null)
}

const SHORTEST_STEM = 2
const SHORTEST_CODE = 5

function isAllCode(tokens: MatchText['tokens'], from: number): boolean {
  const first = tokens[from]
  if (first === undefined || first.text.length < SHORTEST_CODE) return false
  return tokens.every((token, at) => at < from || token.coded)
}

// What is glued to a stem must look like a reference, or the stem be long: `CANVA` begins "canvas" too.
const TELLING_STEM = 8
const DIGIT = /\d/

function isReference(key: Key, rest: string): boolean {
  // One letter more is a plural: "screaming frogs".
  return DIGIT.test(rest) || (key.text.length >= TELLING_STEM && rest.length > 1)
}

function addCut(hits: Hit[], text: MatchText, from: number, to: number, index: Index): void {
  const { tokens, joined, offsets } = text
  const length = (offsets[to] ?? 0) - (offsets[from] ?? 0)
  const gap = tokens[to]?.gap
  // Names are cut at the end of the line or of a column, where a city follows; a long word anywhere.
  const isLineEnd = gap === undefined || gap === 'wide' || gap === 'column'
  if (!isLineEnd && (to !== from + 1 || length < LONG_CUT)) return
  // Whole ordinary words are not cut: "resources" is no beginning of a longer name.
  const words = tokens.slice(from, to)
  if (words.every(({ word }) => word.everyday || word.kind !== null)) return
  const printed = joined.slice(offsets[from], offsets[to])
  for (const name of index.cuts.startingWith(printed, Math.floor(length / SMALLEST_SHARE))) {
    for (const key of index.keys.get(name) ?? []) {
      if (to === from + 1 && isPluralOf(printed, key)) continue
      hits.push(keyHit(key, 'cut', from, to, '', length / name.length))
    }
  }
}

// "CHECKERS" is no beginning of "Checker Software", whose second word begins with its last letter.
function isPluralOf(printed: string, key: Key): boolean {
  return key.words > 1 && printed.length === (nameWords(key.written)[0]?.length ?? 0) + 1
}

// Letters that merchants of record put before the name as their own code: `PRZ*PREZI`.
const OWN_CODE = 3

function addBilled(hits: Hit[], text: MatchText, index: Index): void {
  const first = text.tokens[0]
  if (first === undefined || first.text.length < SHORTEST_GLUED + 2) return
  const glued = gluedBilling(first.text, index.intermediaries)
  if (glued !== null) {
    const biller = glued.intermediary.sellsSoftware ? 'software' : 'other'
    addBehind(hits, text, glued.length, biller, index)
  }
  if (
    first.text[0] === first.text[OWN_CODE] &&
    isSubsequence(first.text.slice(0, OWN_CODE), first.text.slice(OWN_CODE))
  ) {
    addBehind(hits, text, OWN_CODE, 'own', index)
  }
}

function addBehind(hits: Hit[], text: MatchText, length: number, biller: Hit['biller'], index: Index): void {
  const { domain, text: word } = text.tokens[0] ?? { domain: null, text: '' }
  if (word.length - length < SHORTEST_GLUED) return
  const rest = word.slice(0, length)
  const site = domain?.startsWith(rest) === true ? domain.slice(length) : ''
  for (const product of index.owners.get(site) ?? []) {
    hits.push({ product, key: null, how: 'domain', from: 0, to: 1, rest, share: 1, biller, seen: site })
  }
  const found: Hit[] = []
  addKeys(found, text, letterCodes(text.tokens, text.joined.length), 0, length, index)
  for (const hit of found)
    if (hit.how === 'exact' || hit.how === 'stem') hits.push({ ...hit, how: 'billed', rest, biller })
}

function isSubsequence(code: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (letter === code[at]) at += 1
  return at === code.length
}
