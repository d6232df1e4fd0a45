// Folded texts are nearly always ASCII: one table look-up a letter. Other scripts are asked by class.
export const WORD = 1
export const INSIDE = 2
export const DIGIT = 4
const ASCII_CLASS = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyz') ASCII_CLASS[letter.charCodeAt(0)] = WORD
for (const digit of '0123456789') ASCII_CLASS[digit.charCodeAt(0)] = WORD | DIGIT
for (const mark of ".'@-") ASCII_CLASS[mark.charCodeAt(0)] = INSIDE
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

/**
 * What stands at `at` of a folded text, as bits: `WORD` for a letter or digit of any script, with `DIGIT` for `0`..`9`; `INSIDE`
 * for the marks inside words, host names and addresses (`.`, `'`, `@`, `-`); 0 for anything else.
 */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? (ASCII_CLASS[code] ?? 0) : classOfForeign(text, at, code)
}

function classOfForeign(text: string, at: number, code: number): number {
  const isHalf = code >= FIRST_SURROGATE && code <= LAST_SURROGATE
  return LETTER_OR_DIGIT.test(isHalf ? wholeLetter(text, at) : text.charAt(at)) ? WORD : 0
}

/** True for a letter or digit of any script at `at` of a folded text. */
export function isWordAt(text: string, at: number): boolean {
  return (classAt(text, at) & WORD) !== 0
}

/** True for `0`..`9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

// Both halves of a surrogate pair are letters where their letter is one.
function wholeLetter(text: string, at: number): string {
  const isSecondHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00
  return String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0)
}

/** The letters and digits that a text begins with; empty where it begins with another mark. */
export function firstWord(text: string): string {
  let end = 0
  while (end < text.length && isWordAt(text, end)) end += 1
  return text.slice(0, end)
}

/** A folded text without everything that is neither letter nor digit. */
export function onlyWords(text: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (isWordAt(text, at)) continue
    plain += text.slice(from, at)
    from = at + 1
  }
  return from === 0 ? text : plain + text.slice(from)
}
