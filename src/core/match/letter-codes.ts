import type { Token } from '../descriptor/token.ts'

// One buffer for all texts, as each is read to its end before the next: letters are read many times, and from a string that was just
// put together each one costs several steps.
const BUFFER = new Uint16Array(1_024)

/** The codes of the letters of all tokens in a row, `length` of them; overwritten by the next call. */
export function letterCodes(tokens: readonly Token[], length: number): Uint16Array {
  const codes = length <= BUFFER.length ? BUFFER : new Uint16Array(length)
  let end = 0
  for (const { text } of tokens) {
    for (let at = 0; at < text.length; at += 1) codes[end + at] = text.charCodeAt(at)
    end += text.length
  }
  return codes
}
