import { dropBankNoise } from './descriptor/bank-noise.ts'
import type { Billing, IntermediaryTable } from './descriptor/intermediary.ts'
import { partGlued, readBilling, TELLING_LENGTH } from './descriptor/intermediary.ts'
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
  const { start: billed, billing } = readBillers(tokens, table)
  const start = behindTradingAs(tokens, billed)
  const offsets = [0]
  let joined = ''
  for (const token of tokens) {
    joined += token.text
    offsets.push(joined.length)
  }
  return { tokens, joined, offsets, start, billing, dropped, noPurchase: noPurchase(folded), mcc }
}

// Up to two announce themselves, as `PP*FASTSPRING`; one that lost its mark is certain where another follows.
function readBillers(tokens: readonly Token[], table: IntermediaryTable): { start: number; billing: Billing | null } {
  const first = readBilling(tokens, 0, table)
  if (first === null) return readMarkedBiller(tokens, table)
  const second = readBilling(tokens, first.tokens, table)
  if (second?.certain === true) return { start: first.tokens + second.tokens, billing: second }
  return { start: first.certain ? first.tokens : 0, billing: first }
}

// Banks write words of their own before it: "AUTH: PAYPAL *SPOTIFY".
const DEEPEST_BILLER = 3

function readMarkedBiller(
  tokens: readonly Token[],
  table: IntermediaryTable,
): { start: number; billing: Billing | null } {
  for (let at = 1; at <= DEEPEST_BILLER && at + 1 < tokens.length; at += 1) {
    if (tokens[at + 1]?.gap !== 'star' || (tokens[at]?.full.length ?? 0) < TELLING_LENGTH) continue
    const billing = readBilling(tokens, at, table)
    if (billing?.certain === true) return { start: at + billing.tokens, billing }
  }
  return { start: 0, billing: null }
}

// "MANGO TECHNOLOGIES DBA CLICKUP": what stands behind is the name.
function behindTradingAs(tokens: readonly Token[], start: number): number {
  for (let at = start + 1; at < tokens.length; at += 1) {
    const text = tokens[at]?.text
    if (text === 'dba' || text === 'ta') return at === tokens.length - 1 ? start : at + 1
  }
  return start
}
