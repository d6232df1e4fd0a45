const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' }
const ASCII = /^[ -~\s]*$/
const MARKS = /\p{M}+/gu
const OTHER_LETTERS = /[ßøłđæœıþ]/g

/**
 * Lower case, without accents, words apart by single spaces: `Währung (€)` -> `wahrung €`. Not made of the `fold` of
 * names: row keys are made of this one, and have to stay when names come to be compared in another way.
 */
export function fold(text: string): string {
  const apart = text.replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
  if (ASCII.test(apart))
    return apart
      .toLowerCase()
      .replace(/[^a-z0-9#$+]+/g, ' ')
      .trim()
  return apart
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}#$€£¥+]+/gu, ' ')
    .trim()
}
