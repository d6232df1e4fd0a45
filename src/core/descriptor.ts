import { dropBankNoise } from './descriptor/bank-noise.ts'
import type { Billing, IntermediaryTable } from './descriptor/intermediary.ts'
import { partGlued, readBilling } from './descriptor/intermediary.ts'
import { noPurchase } from './descriptor/no-purchase.ts'
import type { Token } from './descriptor/token.ts'
import { tokenize } from './descriptor/token.ts'
import { withoutCutWords } from './descriptor/repeated-site.ts'
import { fold, LONGEST_TEXT } from './name.ts'

/** A descriptor taken apart. What was dropped is kept for the explanation. */
export type ParsedDescriptor = {
  readonly tokens: readonly Token[]
  /** The texts of all tokens as one string, and where each token begins in it; one offset more than tokens. */
  readonly joined: string
  readonly offsets: readonly number[]
  /** The first token behind the intermediaries that are certain. */
  readonly start: number
  /** The last intermediary read: who really bills. */
  readonly billing: Billing | null
  readonly dropped: readonly string[]
  readonly noPurchase: 'fee' | 'transfer' | null
  /** Printed merchant category, null when none is. */
  readonly mcc: string | null
}

const PRINTABLE = /^[\x20-\x7e]*$/
const CONTROLS = /\p{Cc}/gu

/** Takes a descriptor apart: bank words off, tokens, the intermediary. Reads the first 512 characters; never throws. */
export function parseDescriptor(text: string, table: IntermediaryTable): ParsedDescriptor {
  const read = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  const folded = PRINTABLE.test(read) ? read.toLowerCase() : fold(read).replace(CONTROLS, ' ')
  const { text: clean, dropped, mcc } = dropBankNoise(folded)
  const tokens = withoutCutWords(tokenize(partGlued(clean, table)))
  let start = 0
  let billing = readBilling(tokens, 0, table)
  if (billing?.certain === true) {
    start = billing.tokens
    const second = readBilling(tokens, start, table)
    if (second?.certain === true) {
      billing = second
      start += second.tokens
    }
  }
  const offsets = [0]
  let joined = ''
  for (const token of tokens) {
    joined += token.text
    offsets.push(joined.length)
  }
  return { tokens, joined, offsets, start, billing, dropped, noPurchase: noPurchase(folded), mcc }
}
