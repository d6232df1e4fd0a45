import type { ParsedDescriptor } from '../descriptor.ts'
import { isKnownMerchant } from '../descriptor/known-merchants.ts'
import { softwareWeight, wordClass } from '../descriptor/words.ts'
import { hasSoftwareEnding, isTelling } from '../domain.ts'
import type { Setting } from './compare.ts'
import { probability } from './weigh.ts'

// Log-odds that a charge nobody could attribute is software at all. Most lines of a card statement are not.
const ANY_CHARGE = -2.6
const STRONG_WORD = 2.7 // "software", "hosting", "licence": few other trades print them
const WEAK_WORD = 1.1 // "online", "cloud", "subscription": many do
const STRONG_AND_WEAK = 3 // the two weights of words, seen both
const SOFTWARE_ENDING = 3 // .io, .ai, .app
const PLAIN_DOMAIN = 1 // shops print their site as well
const SOFTWARE_BILLER = 3
const SOFTWARE_BILLER_UNSURE = 0.6 // `FS` or `LS` without its mark is mostly something else
const MCC_SOFTWARE = 1.9
const MCC_DIGITAL = 0.2
const MCC_OTHER_TRADE = -2.5
const TRADE_WORD = -3
const COMES_BACK = 0.9
const PRICE_LIKE_A_PLAN = 0.3 // 9.99, 12.00, 49.00
const NEAR_PRODUCT = 2.2 // a catalogue product is half credible

/** What speaks for and against software in a charge, as one probability with its reasons. */
export type Likelihood = {
  readonly probability: number
  /** Positive evidence that something else is sold: a trade word, a known merchant. */
  readonly trade: string | null
  readonly reasons: readonly string[]
}

/** How likely a descriptor is software, whoever it may be. `nearest` is the confidence of the best product, 0 for none. */
export function softwareLikelihood(
  parsed: ParsedDescriptor,
  setting: Setting,
  amountMinor: number | null,
  nearest: number,
): Likelihood {
  const reasons: string[] = []
  const trade = tradeOf(parsed)
  let logOdds = ANY_CHARGE + wordOdds(parsed, reasons) + domainOdds(parsed, reasons) + billerOdds(parsed, reasons)
  if (trade !== null) {
    logOdds += TRADE_WORD
    reasons.push(`"${trade}" names another trade`)
  }
  if (setting.mcc === 'software') {
    logOdds += MCC_SOFTWARE
    reasons.push('the merchant category is a software one')
  }
  if (setting.mcc === 'digital') logOdds += MCC_DIGITAL
  if (setting.mcc === 'other-trade') {
    logOdds += MCC_OTHER_TRADE
    reasons.push('the merchant category is another trade')
  }
  if (setting.recurring === true) {
    logOdds += COMES_BACK
    reasons.push('the charge comes back regularly')
  }
  if (amountMinor !== null && [0, 95, 99].includes(Math.abs(amountMinor) % 100)) logOdds += PRICE_LIKE_A_PLAN
  return { probability: probability(logOdds + NEAR_PRODUCT * nearest), trade, reasons }
}

function tradeOf(parsed: ParsedDescriptor): string | null {
  const words = parsed.tokens
    .slice(parsed.start)
    .filter((token) => !token.path)
    .map((token) => token.text)
  if (isKnownMerchant(words)) return words.slice(0, 3).join(' ')
  return words.find((word) => wordClass(word) === 'merchant') ?? null
}

function wordOdds(parsed: ParsedDescriptor, reasons: string[]): number {
  let strongest = 0
  let kinds = 0
  for (const { text } of parsed.tokens) {
    const weight = softwareWeight(text)
    kinds |= weight
    if (weight > strongest) {
      strongest = weight
      reasons.push(`"${text}" is a word of software bills`)
    }
  }
  if (strongest === 0) return 0
  if (strongest === 1) return WEAK_WORD
  return kinds === STRONG_AND_WEAK ? STRONG_WORD + WEAK_WORD / 2 : STRONG_WORD
}

function domainOdds(parsed: ParsedDescriptor, reasons: string[]): number {
  const domains = parsed.tokens
    .slice(parsed.start)
    .flatMap((token) => (token.domain !== null && isTelling(token.domain) ? [token.domain] : []))
  const telling = domains.find(hasSoftwareEnding)
  if (telling !== undefined) {
    reasons.push(`${telling} has an ending that software uses`)
    return SOFTWARE_ENDING
  }
  return domains.length > 0 ? PLAIN_DOMAIN : 0
}

function billerOdds(parsed: ParsedDescriptor, reasons: string[]): number {
  if (parsed.billing?.intermediary.sellsSoftware !== true) return 0
  if (!parsed.billing.certain) return SOFTWARE_BILLER_UNSURE
  reasons.push(`${parsed.billing.intermediary.name} bills mostly for software`)
  return SOFTWARE_BILLER
}
