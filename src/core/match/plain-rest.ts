import { wordOf } from '../descriptor/words.ts'
import { startsOne } from './token-kind.ts'

// Two letters glued to a name are the end of a longer name more often than a place: "Informa" is no Infor from Massachusetts.
// Countries stand there where the city was lost: `dropboxus`.
const GLUED_COUNTRIES = new Set('us uk gb ie ca au nz nl lu de'.split(' '))
const SHORTEST_PLACE = 4
const DIGIT = /\d/

/**
 * True for what may be glued to a name without making it another one: domain endings, legal forms, words of bills, cities,
 * own words, numbers. One letter may not: "canvas", "krispy".
 */
export function isPlainRest(rest: string, own: readonly string[]): boolean {
  if (DIGIT.test(rest)) return true
  if (rest.length < 2) return false
  if (rest.length === 2) return GLUED_COUNTRIES.has(rest) || own.includes(rest) || wordOf(rest).kind === 'legal'
  if (isBillWord(rest) || isCity(rest) || wordOf(rest).cut || startsOne(rest, own)) return true
  for (let split = 2; split <= rest.length - 2; split += 1) {
    const head = rest.slice(0, split)
    const tail = rest.slice(split)
    const { kind, cut } = wordOf(tail)
    if ((isBillWord(head) || isCity(head)) && (cut || (kind !== null && kind !== 'merchant'))) return true
  }
  return false
}

function isBillWord(text: string): boolean {
  const { kind } = wordOf(text)
  return kind === 'legal' || kind === 'software' || kind === 'noise'
}

function isCity(text: string): boolean {
  return text.length >= SHORTEST_PLACE && wordOf(text).kind === 'place'
}
