import { Beginnings } from './beginnings.ts'
import { firstWord } from './letters.ts'
import { signsOf } from './signs.ts'

// What banks put before the merchant, folded. Each is anchored, so that text of merchants is never cut from the middle; words that
// also begin names of merchants count only with another bank word, a date or a number behind them.
const DATE = String.raw`(?:\d\d?[/.-]\d\d?(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d\d?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\d{2,4})?)`
const AMOUNT = String.raw`(?:[a-z]{3} ?)?\d+[.,]\d{2}(?: ?[a-z]{3})?`
const MEANS = String.raw`pos|visa|mastercard|mc|eftpos|debit|credit|card|digital|contactless|recurring|online|web|mobile|int.?l|non.?pin|non.?sterling|preauthorized|pre.?auth|signature|ach|dbt|direct|foreign currency|ec|sepa`
const ACT = String.raw`payment|purchase|pmt|debit|debits|withdrawal|withdrawals|transaction|transactions|payments|purchases|crd|pos|voucher|conv\.?|check|card|visa`
const LINK = String.raw`(?: non.?pin)?(?: return)?(?: authorized)?(?: to| at| from| on)?`
// Card payments and direct debits in other languages; these words begin no names of merchants.
const FOREIGN = String.raw`kartenzahlung|lastschrift|sepa.lastschrift|ec.karte|girocard|kortkjop|kortkob|kortkop|dankort.kob|korttiosto|prelevement(?: sepa)?|prlv(?: sepa)?|addebito(?: diretto| sdd)?|platnosc karta|platba kartou|zakup|betaling|pinbetaling|betaalautomaat|bea,? (?:nr:\w+|betaalpas)|sepa.incasso|incasso|achat cb|paiement(?: par)? (?:carte|cb)|(?:compra|pago|pagamento)(?: (?:con|com|no|en|em))?(?: (?:tarjeta|cartao|carta|debito|credito|pos))?(?= )|recibo|adeudo`

const LEADING = new RegExp(
  String.raw`^(?:${[
    String.raw`check ?card \d{4}`,
    String.raw`ckcd \d{4}`,
    String.raw`card transaction of (?:${AMOUNT}|[a-z]{3}) issued by`,
    String.raw`(?:(?:${MEANS}) )*(?:${ACT})${LINK} ${DATE}`,
    String.raw`(?:${MEANS})(?:[ -](?:${ACT}))+${LINK}(?: \d{4,8}(?= ))?(?: ${DATE})?(?: card x*\d{4}(?= ))?`,
    String.raw`(?:pending|autopay|reversal|${FOREIGN})(?: ${DATE}| \d{4,8}(?= ))?`,
    String.raw`(?:carte|cb|karte) (?:x\d{3,4} )?(?:n\d )?${DATE}`,
    String.raw`(?:cb|dd|vis|bp|obp) (?=[a-z0-9*. ]{6})`,
    String.raw`(?:visa|mastercard) \d{4} (?=[a-z])`,
    String.raw`(?:purchase|debit|payment|kauf|achat|compra)(?: \d{4,8}(?= )|\s*[:-])`,
    String.raw`(?:ref|exch rt|fx rate|amt|trn|txn)[ :]${AMOUNT}`,
    String.raw`(?:ref|exch rt|trn|txn)[ :#]*[\d.]{4,}`,
    String.raw`card \d{4}`,
    String.raw`(?:x|\*){2,}\d{3,4}`,
    String.raw`\*pending\*`,
    String.raw`${DATE}(?=[ |])`,
    String.raw`\d\d?:\d\d(?::\d\d)?(?= )`,
    String.raw`\d{4,}(?= [a-z])`,
  ].join('|')})[\s:;,|-]*`,
)

// The words that these lines begin with: most descriptors begin with none of them, and need no closer look.
const FIRST_WORDS = new Set(
  `check checkcard ckcd card pos visa mastercard mc eftpos debit credit digital contactless recurring online web mobile int intl non nonpin nonsterling
   preauthorized pre preauth signature ach dbt direct foreign ec sepa payment payments purchase purchases pmt withdrawal withdrawals transaction
   transactions pending autopay reversal kartenzahlung lastschrift girocard kortkjop kortkob kortkop korttiosto prelevement prlv addebito platnosc
   zakup betaling pinbetaling betaalautomaat bea incasso achat paiement pago pagamento compra recibo adeudo dankort platba carte cb karte dd vis bp obp kauf ref exch fx amt trn txn`.split(
    /\s+/,
  ),
)
const BEGINNINGS = new Beginnings(FIRST_WORDS)

/** True where a folded text begins with a word that banks put before merchants. */
export function beginsWithBankWord(text: string): boolean {
  return BEGINNINGS.mayBegin(text) && FIRST_WORDS.has(firstWord(text))
}

/** The length of the bank's words that a folded text begins with, 0 for none. */
export function leadingBankWords(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0
}

type Trailing = {
  readonly pattern: RegExp
  /** Digits that it needs at least. */
  readonly digits: number
  /** Sets of letters and marks of which it needs one. */
  readonly signs: readonly number[]
}

function trailing(pattern: RegExp, digits: number, signs: readonly string[]): Trailing {
  return { pattern, digits, signs: signs.map(signsOf) }
}

const CURRENCIES = 'gbp usd eur cad aud chf inr sek nok dkk pln jpy nzd sgd zar'.split(' ')
const CURRENCY = CURRENCIES.join('|')

/** What banks put behind the merchant: card tails, trace numbers, foreign currency notes, dates. */
export const TRAILING: readonly Trailing[] = [
  trailing(/\s(?:card|crd|kartennr\.?|carte) ?(?:x+|\*+)?\d{4}\b.*$/, 4, ['crd', 'kartennr', 'carte']),
  trailing(/\s[sp]\d{12,}.*$/, 12, ['s', 'p']),
  trailing(
    new RegExp(
      String.raw`\s\d+[.,]\d{2} (?:pounds?|u\.?s\.?|us|euros?|dollars?|swiss|canadian|australian|${CURRENCY})\b.*$`,
    ),
    3,
    ['.', ','],
  ),
  trailing(
    new RegExp(String.raw`[\s,](?:\d+[.,]\d{2} ?)?(?:${CURRENCY})(?: ?\d+[.,]\d{2})?\b.*(?:\d|fee|rate.*)$`),
    3,
    CURRENCIES,
  ),
  trailing(/\s@ ?\d+[.,]\d+.*$/, 3, ['@']),
  trailing(/\s(?:x{2,}|\*{2,})\d{3,4}$/, 3, ['x', '*']),
  trailing(/\s(?:on |dated |fact )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/, 4, ['/', '.', '-']),
  trailing(/\s\d\d[/.]\d\d$/, 4, ['/', '.']),
  trailing(/\sfact \d{6}$/, 6, ['fact']),
  trailing(/\sdebitk\.?\d*.*$/, 1, ['debitk']),
]
