// Control characters move the cursor and hide text; bidi controls reorder it (https://trojansource.codes).
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

/** Text from outside as a terminal may show it: one line, nothing that moves, hides or reorders. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\t' || character === '\n' ? ' ' : ''))
}
