import type { ParsedDescriptor } from '../descriptor.ts'
import { domainOdds } from '../descriptor/domain-odds.ts'
import { knownMerchantWords } from '../descriptor/known-merchants.ts'
import type { Setting } from './features.ts'
import { probability } from './probability.ts'

// Log-odds that a charge nobody could attribute is software at all. Most lines of a card statement are not.
const ANY_CHARGE = -2.6
// How much the strongest word speaks for software, by its weight (`Word.software`); the next one counts half.
const WORD: Readonly<Record<0 | 1 | 2 | 3, number>> = { 0: 0, 1: 1.1, 2: 1.9, 3: 2.9 }
const SECOND_WORD = 0.5
const SOFTWARE_BILLER = 3
const SOFTWARE_BILLER_UNSURE = 2.7 // its mark is lost, and its name is a word of its own: `dri simplemind`
const SHOP_BILLER = -1.5 // sells goods or stands on a counter
const MCC_SOFTWARE = 1.9
const MCC_DIGITAL = 0.2
const MCC_OTHER_TRADE = -2.5
const TRADE_WORD = -3
const COMES_BACK = 1.2
const PRICE_LIKE_A_PLAN = 0.3 // 9.99, 12.00, 49.00
const NEAR_PRODUCT = 2.2 // a catalogue product is half credible

/** What speaks for and against software in a charge, as one probability. */
export type Likelihood = {
  readonly probability: number
  /** Positive evidence that something else is sold: a trade word, a known merchant. */
  readonly trade: string | null
}

/**
 * How likely a descriptor is software, whoever it may be. `nearest` is the confidence of the best product, 0 for none.
 * What speaks for it is worded into `reasons` where they are wanted.
 */
export function softwareLikelihood(
  parsed: ParsedDescriptor,
  setting: Setting,
  amountMinor: number | null,
  nearest: number,
  reasons: string[] | null = null,
): Likelihood {
  const trade = tradeOf(parsed)
  if (trade !== null) reasons?.push(`"${trade}" names another trade`)
  const said = wordOdds(parsed, reasons) + domainOdds(parsed, reasons) + billerOdds(parsed, reasons)
  const around = mccOdds(setting.mcc, reasons) + recurrenceOdds(setting.recurring, reasons) + priceOdds(amountMinor)
  const logOdds = ANY_CHARGE + said + around + (trade === null ? 0 : TRADE_WORD) + NEAR_PRODUCT * nearest
  return { probability: probability(logOdds), trade }
}

function tradeOf({ tokens, start }: ParsedDescriptor): string | null {
  if (knownMerchantWords(tokens, start) > 0) return tokens[start]?.text ?? null
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token?.word.kind === 'merchant' && !token.path) return token.text
  }
  return null
}

function wordOdds({ tokens }: ParsedDescriptor, reasons: string[] | null): number {
  let first: 0 | 1 | 2 | 3 = 0
  let second: 0 | 1 | 2 | 3 = 0
  for (const { text, word, domain } of tokens) {
    if (word.software === 0 || domain !== null) continue
    if (word.software <= first) {
      if (word.software > second) second = word.software
      continue
    }
    second = first
    first = word.software
    reasons?.push(`"${text}" is a word of software bills`)
  }
  return WORD[first] + WORD[second] * SECOND_WORD
}

function billerOdds({ billing, tokens }: ParsedDescriptor, reasons: string[] | null): number {
  if (billing === null) return 0
  const { intermediary, certain } = billing
  if (intermediary.sellsGoods) return certain ? SHOP_BILLER : 0
  if (!intermediary.sellsSoftware || (!certain && tokens.length === billing.tokens)) return 0
  // "polar beverages": a word of everyday speech announces nobody without its mark.
  if (!certain) return tokens[0]?.word.everyday === true ? 0 : SOFTWARE_BILLER_UNSURE
  reasons?.push(`${intermediary.name} bills mostly for software`)
  return SOFTWARE_BILLER
}

function mccOdds(mcc: Setting['mcc'], reasons: string[] | null): number {
  switch (mcc) {
    case 'software':
      reasons?.push('the merchant category is a software one')
      return MCC_SOFTWARE
    case 'digital':
      return MCC_DIGITAL
    case 'other-trade':
      reasons?.push('the merchant category is another trade')
      return MCC_OTHER_TRADE
    case 'neutral':
      return 0
    default:
      return mcc satisfies never
  }
}

function recurrenceOdds(recurring: boolean | null, reasons: string[] | null): number {
  if (recurring !== true) return 0
  reasons?.push('the charge comes back regularly')
  return COMES_BACK
}

function priceOdds(amountMinor: number | null): number {
  return amountMinor !== null && [0, 95, 99].includes(Math.abs(amountMinor) % 100) ? PRICE_LIKE_A_PLAN : 0
}
