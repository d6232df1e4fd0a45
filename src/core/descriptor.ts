import { dropBankNoise, noPurchase } from './descriptor/bank-noise.ts'
import type { Billing, IntermediaryTable } from './descriptor/intermediary.ts'
import { gluedBilling, readBilling } from './descriptor/intermediary.ts'
import type { Token } from './descriptor/token.ts'
import { tokenize } from './descriptor/token.ts'
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
  /** Length of the text as printed, without space around it; cut descriptors have 10 to 25. */
  readonly length: number
}

const CONTROLS = /\p{Cc}/gu

/** Takes a descriptor apart: bank words off, tokens, the intermediary. Reads the first 512 characters; never throws. */
export function parseDescriptor(text: string, table: IntermediaryTable): ParsedDescriptor {
  const folded = fold(text.slice(0, LONGEST_TEXT)).replace(CONTROLS, ' ')
  const { text: clean, dropped, mcc } = dropBankNoise(folded)
  const tokens = splitGlued(tokenize(clean), table)
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
  return {
    tokens,
    joined,
    offsets,
    start,
    billing,
    dropped,
    noPurchase: noPurchase(folded),
    mcc,
    length: text.trim().length,
  }
}

// A prefix this long is split off a glued first word whatever follows; shorter ones only where the rest is a known name.
const SPLITTING_PREFIX = 6
const SHORTEST_REST = 3

function splitGlued(tokens: readonly Token[], table: IntermediaryTable): readonly Token[] {
  const first = tokens[0]
  if (first === undefined || first.domain !== null || first.text.length < SPLITTING_PREFIX + SHORTEST_REST)
    return tokens
  const glued = gluedBilling(first.text, table)
  if (glued === null || glued.prefix.length < SPLITTING_PREFIX || glued.rest.length < SHORTEST_REST) return tokens
  return [
    { ...first, text: glued.prefix, full: glued.prefix },
    { ...first, text: glued.rest, full: glued.rest, gap: 'mark', coded: /\d/.test(glued.rest) },
    ...tokens.slice(1),
  ]
}
