import type { Product } from '../catalogue.ts'
import { EVERYDAY_WORDS } from '../descriptor/everyday-words.ts'
import { wordOf } from '../descriptor/words.ts'
import { nameWords } from '../name.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import type { Slip } from './slip.ts'
import { isWithinTwo, slipBetween } from './slip.ts'

// In a name of five letters only what fingers do by themselves is a slip; the longer the name, the less else it can be.
const FIRM: ReadonlySet<Slip> = new Set(['swap', 'double', 'neighbour'])
const LIKELY: ReadonlySet<Slip> = new Set(['swap', 'double', 'neighbour', 'vowel', 'missing'])
const SHORTEST = 5
const MEDIUM = 6
const LONG = 8
const LONG_FOR_TWO = 10
// Two slips leave the beginning as it is, or it is another word: "confidence", "Covidence".
const KEPT = 3
const LONGEST = 40
// Capitals are mostly a printed charge, and machines make no slips.
const CAPITALS = /^[^a-z]*$/

export type Typed = { readonly key: Key; readonly slips: 1 | 2 }

/**
 * The one product whose name somebody meant who typed `text` with a slip or two; null where it is a word of its own, or where
 * several are as near.
 */
export function typedName(text: string, index: Index, rejected: ReadonlySet<string>): Typed | null {
  const words = nameWords(text)
  const typed = words.join('')
  if (CAPITALS.test(text) || typed.length < SHORTEST || typed.length > LONGEST || !/^[\p{L}\d]+$/u.test(typed))
    return null
  if (words.every((word) => isWord(word))) return null
  const near = index
    .typos()
    .near(typed)
    .flatMap((name) => index.keys.get(name) ?? [])
    .filter(({ product }) => !rejected.has(product.id))
  const slips = near.flatMap((key) => (isSlip(typed, key) ? [key] : []))
  const one = only(slips)
  if (one !== null && near.every((key) => isOf(one.product, key) || !isFirm(typed, key.text)))
    return { key: one, slips: 1 }
  if (near.length > 0 || typed.length < LONG_FOR_TWO) return null
  const two = only(twoAway(typed, index, rejected))
  return two === null ? null : { key: two, slips: 2 }
}

function isWord(word: string): boolean {
  const { kind, everyday } = wordOf(word)
  return everyday || kind !== null
}

function isSlip(typed: string, { text, rarity }: Key): boolean {
  const slip = slipBetween(typed, text)
  // Nobody misses the first letter unawares.
  if (slip === null || typed[0] !== text[0]) return false
  if (rarity === 'common') return text.length >= SHORTEST && LIKELY.has(slip) && isUnlikeWords(typed, text)
  if (text.length >= LONG) return true
  return text.length >= MEDIUM ? LIKELY.has(slip) : FIRM.has(slip)
}

// A slip in an everyday word may have been meant for another word: "slick", "slak".
function isUnlikeWords(typed: string, name: string): boolean {
  const slip = slipBetween(typed, name)
  if (slip === null || (name.length < LONG && !FIRM.has(slip))) return false
  for (const word of EVERYDAY_WORDS) {
    if (word !== name && Math.abs(word.length - typed.length) <= 1 && isFirm(typed, word)) return false
  }
  return true
}

function isFirm(typed: string, name: string): boolean {
  const slip = slipBetween(typed, name)
  return slip !== null && LIKELY.has(slip)
}

function twoAway(typed: string, index: Index, rejected: ReadonlySet<string>): readonly Key[] {
  const begin = typed.slice(0, 1)
  return [...(index.longNames().get(begin) ?? [])].filter(
    ({ text, product }) =>
      !rejected.has(product.id) && text.startsWith(typed.slice(0, KEPT)) && isWithinTwo(typed, text),
  )
}

function only(keys: readonly Key[]): Key | null {
  const [first] = keys
  return first !== undefined && keys.every((key) => isOf(first.product, key)) ? first : null
}

function isOf(product: Product, key: Key): boolean {
  return key.product.id === product.id
}
