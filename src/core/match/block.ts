import type { Product } from '../catalogue.ts'
import { gluedBilling } from '../descriptor/intermediary.ts'
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

/** All products that a text names in one way or another, unweighed: domains, exact keys, stems, glued and cut keys. */
export function findHits(text: MatchText, index: Index): readonly Hit[] {
  const hits: Hit[] = []
  const { tokens, start } = text
  const nothingBehind = start === tokens.length
  for (let from = 0; from < Math.min(tokens.length, STARTS); from += 1) {
    const inBilling = from < start && !nothingBehind
    if (!inBilling) addDomains(hits, text, from, index)
    addExact(hits, text, from, inBilling ? start + 1 : from + 1, index)
    addPrefixes(hits, text, from, index)
  }
  if (hits.length === 0) addGluedBilling(hits, text, index)
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
  for (const product of domainProducts(domain, index)) {
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
      hits.push(keyHit(key, key.openEnded ? 'stem' : 'exact', from, to))
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
  const column = joined.slice(begin, offsets[columnEnd(text, from)])
  for (const key of bucket) {
    const to = offsets.findIndex((offset) => offset >= begin + key.text.length)
    if (key.text.length < tail.length && to !== -1 && tail.startsWith(key.text)) {
      const rest = joined.slice(begin + key.text.length, offsets[to])
      if (rest === '' || to <= start) continue
      if (key.openEnded) hits.push(keyHit(key, 'stem', from, to))
      else if (key.text.length >= SHORTEST_GLUED) hits.push(keyHit(key, 'glued', from, to, rest))
      continue
    }
    addCut(hits, key, tail, from, tokens.length)
    if (column !== tail) addCut(hits, key, column, from, columnEnd(text, from))
  }
}

function addCut(hits: Hit[], key: Key, printed: string, from: number, to: number): void {
  const share = printed.length / key.text.length
  if (share >= 1 || share < SMALLEST_SHARE || printed.length < SHORTEST_CUT || !key.text.startsWith(printed)) return
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
    for (const key of index.keys.get(rest) ?? []) {
      if (key.rarity !== 'common') hits.push(keyHit(key, 'glued', 0, 1, '', 1))
    }
  }
}
