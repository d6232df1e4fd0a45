import { isWordAt } from './descriptor/letters.ts'

// Marks that a reader does not see: soft hyphen, zero-width characters, direction marks, variation selectors.
const HIDDEN = /\p{Default_Ignorable_Code_Point}+/gu
const DECEIVING = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u
// Emoji are made of these two; they disguise nothing.
const OF_EMOJI = /[\u200d]|\p{Variation_Selector}/gu
const ASCII = /^[\x20-\x7e]*$/
const MARKS = /\p{M}+/gu

/** The longest part of a text that is read; nothing that names a product is longer. In UTF-16 units. */
export const LONGEST_TEXT = 512

/**
 * A text as names are compared: lower case, without accents, ligatures, full-width forms and hidden marks. Never
 * throws; lone surrogates and controls become spaces.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(HIDDEN, '')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
}

/** The words of a name: folded, apostrophes dropped, split at everything that is neither letter nor digit. */
export function nameWords(text: string): readonly string[] {
  const folded = fold(text)
  const plain = folded.includes("'") ? folded.replace(/'/g, '') : folded
  return wordsIn(plain.includes('+') ? plain.replace(/\+/g, ' plus ') : plain)
}

function wordsIn(folded: string): readonly string[] {
  const words: string[] = []
  let begin = -1
  for (let at = 0; at < folded.length; at += 1) {
    if (isWordAt(folded, at)) {
      if (begin === -1) begin = at
    } else if (begin !== -1) {
      words.push(folded.slice(begin, at))
      begin = -1
    }
  }
  if (begin !== -1) words.push(folded.slice(begin))
  return words
}

/** A name as one key: `Notion Labs, Inc.` -> `notionlabsinc`. Empty when the text has no letter or digit. */
export function squeeze(text: string): string {
  return nameWords(text).join('')
}

/** True when a text carries marks that nobody sees and that serve to disguise a name (zero-width, bidi). */
export function hasHiddenMarks(text: string): boolean {
  return DECEIVING.test(text.replace(OF_EMOJI, ''))
}
