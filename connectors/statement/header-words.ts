import { fold } from './fold.ts'
import { currencyOf } from './currency-words.ts'
import { MEANINGS, VOCABULARY } from './vocabulary.ts'
import type { Meaning } from './vocabulary.ts'

/** What one header text can mean, and what it says besides. */
export type HeaderWord = {
  /** Meanings with their rank in the vocabulary: 0 is the most telling word of that meaning. */
  readonly meanings: ReadonlyMap<Meaning, number>
  /** ISO 4217 code in the header, as in `Amount (EUR)` or `Belastung CHF`; null when it names none. */
  readonly currency: string | null
  readonly folded: string
}

/** The rank of a word that is not in the vocabulary and only resembles one that is. */
export const RESEMBLING = 1000

const BY_WORD: ReadonlyMap<string, ReadonlyMap<Meaning, number>> = indexVocabulary()

// Last resort for words that no list can hold: `Total Amt. Due To Bank`.
const PATTERNS: readonly (readonly [Meaning, RegExp])[] = [
  ['postDate', /\b(post|posted|posting|book|booking|settle\w*|clear\w*) ?(date|dt|day)\b|buchungs(tag|datum)/],
  ['transactionDate', /\b(date|datum|fecha|dato|pvm)\b/],
  ['balance', /\b(balance|saldo|solde|kontostand)\b/],
  [
    'originalAmount',
    /\b(original|foreign|fx|local|merchant|ursprung\w*|fremd\w*|oorspr\w*)\b.*\b(amount|amt|betrag|bedrag|montant|importe|importo)\b/,
  ],
  [
    'originalCurrency',
    /\b(original|foreign|fx|merchant|ursprung\w*|fremd\w*|oorspr\w*)\b.*\b(currency|cur|ccy|wahrung|devise|munt|divisa)\b/,
  ],
  ['amount', /\b(amount|amt|betrag|montant|importe|importo|bedrag|belopp|belop|belob|kwota|castka|valor)\b/],
  ['currency', /\b(currency|ccy|wahrung|devise|divisa|waluta)\b/],
  [
    'merchant',
    /\b(merchant|vendor|payee|supplier|counterparty)\b(?!.*\b(id|code|city|town|state|country|zip|post|address|category|type|county)\b)/,
  ],
  ['descriptor', /\b(description|descriptor|narrative|libelle|omschrijving|beschreibung|verwendungszweck)\b/],
  ['person', /\b(cardholder|card ?holder|card ?member|employee|karteninhaber)\b(?!.*\b(id|number|no)\b)/],
]
const NOT_MONEY = /\b(tax|vat|gst|mwst|tva|iva|btw|moms|rate|tip|count|quantity|percent|limit|available|budget)\b/

/** Reads one header text. */
export function readHeaderWord(text: string): HeaderWord {
  const folded = fold(text).replace(/^#/, '')
  const split = withoutCurrency(folded)
  // In lower case the same three letters are a word: `all`, `top`, `try`.
  const named = split.currency !== null && (text.includes(split.currency) || /[$€£]|euro/i.test(text))
  const { base, currency } = named ? split : { base: folded, currency: null }
  const meanings = BY_WORD.get(folded) ?? BY_WORD.get(base) ?? BY_WORD.get(withoutZone(base)) ?? byPattern(base)
  // A column named for a currency alone, as in `CAD$`, holds amounts.
  if (meanings.size === 0 && base === '' && currency !== null)
    return { meanings: new Map([['amount', 5]]), currency, folded }
  return { meanings, currency, folded }
}

/** True for a header text that the vocabulary has, word for word. */
export function isKnownHeader(text: string): boolean {
  const folded = fold(text)
  return BY_WORD.has(folded) || BY_WORD.has(withoutCurrency(folded).base)
}

function byPattern(base: string): ReadonlyMap<Meaning, number> {
  const found = PATTERNS.find(([, pattern]) => pattern.test(base))
  if (found === undefined || (found[0] === 'amount' && NOT_MONEY.test(base))) return new Map()
  return new Map([[found[0], RESEMBLING]])
}

function withoutCurrency(folded: string): { readonly base: string; readonly currency: string | null } {
  const words = folded.split(' ')
  const last = words.at(-1) ?? ''
  const named = currencyOf(last) ?? currencyOf(last.replace('$', ''))
  if (named !== null)
    return {
      base: words
        .slice(0, -1)
        .join(' ')
        .replace(/ (in|en|i|w|em)$/, ''),
      currency: named,
    }
  const first = currencyOf(words[0] ?? '')
  if (first !== null && words.length > 1) return { base: words.slice(1).join(' '), currency: first }
  const plain = words.filter((word) => word !== '$').join(' ')
  return { base: plain, currency: null }
}

function withoutZone(base: string): string {
  return base.replace(/ (utc|gmt|local|cet|est|pst|et|pt|local time|yyyy mm dd|dd mm yyyy|mm dd yyyy)$/, '')
}

function indexVocabulary(): ReadonlyMap<string, ReadonlyMap<Meaning, number>> {
  const index = new Map<string, Map<Meaning, number>>()
  for (const meaning of MEANINGS) {
    const words = VOCABULARY[meaning].split('|').map((word) => fold(word))
    for (const [rank, word] of words.entries()) {
      const meanings = index.get(word) ?? new Map<Meaning, number>()
      if (word !== '' && !meanings.has(meaning)) index.set(word, meanings.set(meaning, rank))
    }
  }
  return index
}
