// Folded texts are nearly always ASCII: one table look-up a letter. Other scripts are asked by class.
const WORD = 1
const INSIDE = 2
const ASCII_CLASS = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') ASCII_CLASS[letter.charCodeAt(0)] = WORD
for (const mark of ".'@-") ASCII_CLASS[mark.charCodeAt(0)] = INSIDE
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

/** True for a letter or digit of any script at `at` of a folded text. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII_CLASS[code] === WORD
  if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) return LETTER_OR_DIGIT.test(wholeLetter(text, at))
  return LETTER_OR_DIGIT.test(text.charAt(at))
}

/** True for the marks that stand inside words, host names and addresses: `.`, `'`, `@`, `-`. */
export function isInsideMark(code: number): boolean {
  return code < 128 && ASCII_CLASS[code] === INSIDE
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
