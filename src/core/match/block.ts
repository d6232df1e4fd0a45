import type { Product } from '../catalogue.ts'
import { isEveryday } from '../descriptor/everyday-words.ts'
import { gluedBilling } from '../descriptor/intermediary.ts'
import type { Gap } from '../descriptor/token.ts'
import { wordClass } from '../descriptor/words.ts'
import { isTelling } from '../domain.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import { PREFIX_LETTERS } from './index-table.ts'
import type { Key } from './key.ts'
import type { MatchText } from './text.ts'

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
  const { tokens, start } = text
  const nothingBehind = start === tokens.length
  for (let from = 0; from < Math.min(tokens.length, STARTS); from += 1) {
    if (tokens[from]?.path === true) continue
    const inBilling = from < start && !nothingBehind
    if (!inBilling) addDomains(hits, text, from, index)
    if (!index.beginnings.mayBegin(text.joined, text.offsets[from] ?? 0)) continue
    addExact(hits, text, from, inBilling ? start + 1 : from + 1, index)
    addPrefixes(hits, text, from, index)
  }
  if (hits.every((hit) => hit.how === 'glued' || hit.how === 'cut')) addGluedBilling(hits, text, index)
  return hits
}

/** Products one typing error away from the whole text or its first word: for texts that people type. */
export function findTypos(text: MatchText, index: Index): readonly Hit[] {
  const { tokens, offsets, joined, start } = text
  const hits: Hit[] = []
  for (const to of new Set([tokens.length, start + 1])) {
    if (to <= start || to > tokens.length) continue
    for (const near of index.typos.near(joined.slice(offsets[start], offsets[to]))) {
      for (const key of index.keys.get(near) ?? []) hits.push(keyHit(key, 'typo', start, to))
    }
  }
  return hits
}

function keyHit(key: Key, how: Hit['how'], from: number, to: number, rest = '', share = 1): Hit {
  return { product: key.product, key, how, from, to, rest, share, seen: key.written }
}

function addDomains(hits: Hit[], text: MatchText, at: number, index: Index): void {
  const domain = text.tokens[at]?.domain
  if (domain == null || !isTelling(domain)) return
  const known = domainProducts(domain, index)
  // A line that is cut behind `.co` mostly meant `.com`.
  const meant = known.length === 0 && domain.endsWith('.co') ? domainProducts(`${domain}m`, index) : known
  for (const product of meant) {
    hits.push({ product, key: null, how: 'domain', from: at, to: at + 1, rest: '', share: 1, seen: domain })
  }
}

/**
 * The products that a domain by itself decides: its owner, or the family of those that share it. Several where the
 * catalogue leaves it open, none where it does not know the domain.
 */
export function domainProducts(domain: string, index: Index): readonly Product[] {
  const owners = index.owners.get(domain) ?? []
  if (owners.length > 0) return owners.length === 1 ? owners : familiesOf(owners, index)
  return familiesOf(index.sharers.get(domain) ?? [], index)
}

function familiesOf(products: readonly Product[], index: Index): readonly Product[] {
  const families = new Set(
    products.flatMap((product) => {
      const id = product.family ? product.id : product.memberOf
      const family = id === null ? undefined : index.products.get(id)
      return family === undefined ? [] : [family]
    }),
  )
  const loners = products.filter((product) => !product.family && product.memberOf === null)
  return [...families, ...loners]
}

function addExact(hits: Hit[], text: MatchText, from: number, firstEnd: number, index: Index): void {
  const { tokens, offsets, joined } = text
  const begin = offsets[from] ?? 0
  for (let to = firstEnd; to <= Math.min(tokens.length, from + LONGEST_NAME); to += 1) {
    const end = offsets[to] ?? begin
    if (end - begin > index.longestKey) return
    for (const key of index.keys.get(joined.slice(begin, end)) ?? []) {
      hits.push(keyHit(key, isOpen(key, tokens[to]?.gap) ? 'stem' : 'exact', from, to))
    }
  }
}

function addPrefixes(hits: Hit[], text: MatchText, from: number, index: Index): void {
  const { tokens, offsets, joined, start } = text
  const begin = offsets[from] ?? 0
  if (joined.length - begin < PREFIX_LETTERS) return
  const bucket = index.byPrefix.get(joined.slice(begin, begin + PREFIX_LETTERS))
  if (bucket === undefined) return
  const tail = joined.slice(begin)
  for (const key of bucket) {
    const to = offsets.findIndex((offset) => offset >= begin + key.text.length)
    if (key.text.length < tail.length && to !== -1 && tail.startsWith(key.text)) {
      const rest = joined.slice(begin + key.text.length, offsets[to])
      if (rest === '' || to <= start) continue
      if (key.open !== null && isReference(key, rest)) hits.push(keyHit(key, 'stem', from, to))
      else if (key.text.length >= SHORTEST_GLUED) hits.push(keyHit(key, 'glued', from, to, rest))
      continue
    }
    for (const end of new Set([tokens.length, columnEnd(text, from), from + 1])) addCut(hits, key, text, from, end)
  }
}

// The mark behind a stem is often lost, and leaves two spaces.
function isOpen({ open }: Key, gap: Gap | undefined): boolean {
  return open === 'always' || (open === 'at-mark' && gap !== undefined && gap !== 'space' && gap !== 'column')
}

// What is glued to a stem must look like a reference, or the stem be long: `CANVA` begins "canvas" too.
const TELLING_STEM = 8

function isReference(key: Key, rest: string): boolean {
  return key.text.length >= TELLING_STEM || /\d/.test(rest)
}

function addCut(hits: Hit[], key: Key, text: MatchText, from: number, to: number): void {
  const printed = text.joined.slice(text.offsets[from], text.offsets[to])
  const share = printed.length / key.text.length
  const shortest = to < text.tokens.length && to === from + 1 ? LONG_CUT : SHORTEST_CUT
  if (share >= 1 || share < SMALLEST_SHARE || printed.length < shortest || !key.text.startsWith(printed)) return
  // Whole ordinary words are not cut: "resources" is no beginning of a longer name.
  const words = text.tokens.slice(from, to)
  if (words.every((token) => isEveryday(token.text) || wordClass(token.text) !== null)) return
  hits.push(keyHit(key, 'cut', from, to, '', share))
}

// The end of the first printed column from a token on: names are cut there, and a city follows.
function columnEnd(text: MatchText, from: number): number {
  for (let at = from + 1; at < text.tokens.length; at += 1) {
    const gap = text.tokens[at]?.gap
    if (gap === 'wide' || gap === 'column') return at
  }
  return text.tokens.length
}

// Three letters of its own that a merchant of record puts before the name: `PRZ*PREZI`.
const OWN_CODE = 3

function addGluedBilling(hits: Hit[], text: MatchText, index: Index): void {
  const first = text.tokens[0]
  if (first === undefined || first.text.length < SHORTEST_GLUED + 2) return
  const rests = [gluedBilling(first.text, index.intermediaries)?.rest ?? '']
  const behindCode = first.text.slice(OWN_CODE)
  if (behindCode[0] === first.text[0]) rests.push(behindCode)
  for (const rest of rests) {
    if (rest.length < SHORTEST_GLUED) continue
    const domain = first.domain === null ? '' : first.domain.slice(first.domain.indexOf(rest))
    for (const product of index.owners.get(domain) ?? []) {
      hits.push({ product, key: null, how: 'domain', from: 0, to: 1, rest: '', share: 1, seen: domain })
    }
    for (const key of index.keys.get(rest) ?? []) {
      if (key.rarity !== 'common') hits.push(keyHit(key, 'glued', 0, 1, '', 1))
    }
  }
}
