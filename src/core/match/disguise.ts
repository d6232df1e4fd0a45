import { hasOddGlyphs, plainCapitals, skeleton } from '../confusable.ts'
import { isEveryday } from '../descriptor/everyday-words.ts'
import { LONGEST_TEXT, squeeze } from '../name.ts'
import { nameCore } from './app-name.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import type { Contradiction } from './match.ts'

const DECEIVING = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u
// Emoji are joined and coloured by marks that nobody sees; they disguise nothing.
const EMOJI =
  /\p{Extended_Pictographic}(?:\p{Variation_Selector}|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gu
const REVERSED = /[\u202e\u2067]/u
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const FULLWIDTH = /[\uff10-\uff5a]/gu
const PLAIN = /^[\x20-\x7e]*$/
const ACCENTED = /\p{L}\p{M}/u

/**
 * A known name that is written to look like itself without being it: hidden or direction-changing marks in it, letters of
 * another script or alphabet, accents that the name has not, a zero for an O. Null for honest spellings.
 */
export function disguise(whole: string, index: Index): Contradiction | null {
  const name = whole.slice(0, LONGEST_TEXT).toWellFormed()
  if (PLAIN.test(name) && !isDisguised(name)) return null
  const isHidden = hasHidden(name)
  const { core } = nameCore(plainCapitals(name))
  for (const text of [name, core]) {
    const exact = index.keys.get(squeeze(text))?.[0]
    if (exact !== undefined) {
      const reason = isHidden ? 'the name hides marks that nobody sees' : misspelling(name, exact)
      return reason === null ? null : resembling(exact, reason)
    }
    const alike = index.bySkeleton().get(skeleton(text))?.[0]
    if (alike !== undefined && (isHidden || isDisguised(text) || isDisguised(name))) {
      return resembling(alike, 'the name is written with look-alike letters')
    }
  }
  const backwards = REVERSED.test(name)
    ? index.keys.get(Array.from(squeeze(name)).toReversed().join(''))?.[0]
    : undefined
  return backwards === undefined ? null : resembling(backwards, 'the name is printed backwards')
}

/** True where a text holds letters or marks that only serve to look like others. */
export function hasOddLetters(text: string): boolean {
  return hasHidden(text) || hasOddGlyphs(text) || isOddWidth(text)
}

function resembling({ product }: Key, how: string): Contradiction {
  return { resembles: product.id, reason: `${how} to look like ${product.name}` }
}

function hasHidden(name: string): boolean {
  return DECEIVING.test(name.replace(EMOJI, ''))
}

// A name that reads right letter by letter, and is not written with those letters.
function misspelling(name: string, { written }: Key): string | null {
  if (wordsOf(name).some((word) => (hasOddGlyphs(word) || isOddWidth(name)) && isWithin(word, written)))
    return 'the name is written with look-alike letters'
  const isAccented = !ACCENTED.test(written.normalize('NFD')) && hasAccentIn(name, written)
  return isAccented ? 'the name is written with accents' : null
}

// An accent in "Zoom für Outlook" is none in the name.
function hasAccentIn(name: string, written: string): boolean {
  return wordsOf(name).some((word) => ACCENTED.test(word.normalize('NFD')) && isWithin(word, written))
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{M}\p{N}\p{S}]+/u).filter((word) => word !== '')
}

function isWithin(word: string, written: string): boolean {
  const look = skeleton(word)
  return look.length > 2 && skeleton(written).includes(look)
}

// Japanese consoles print Latin letters full width.
function isOddWidth(text: string): boolean {
  return text.search(FULLWIDTH) !== -1 && !EAST_ASIAN.test(text)
}

// Plain letters that happen to look alike ("modern", "modem") are another word, no disguise: digits among letters, a capital I for
// an l, or letters that no word has.
function isDisguised(text: string): boolean {
  if (hasOddGlyphs(text) || isOddWidth(text)) return true
  if (/[a-z][01345|$@!]|[01345|$@!][a-z]/i.test(text) || /[A-Za-z]I(?=[a-z])/.test(text)) return true
  return /rn|vv/i.test(text) && !isEveryday(squeeze(text))
}
