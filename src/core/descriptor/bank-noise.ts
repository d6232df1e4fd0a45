import { isDigit, isWordAt } from './letters.ts'

/** A descriptor without what the bank wrote around the merchant, and what was taken away, for the explanation. */
export type Denoised = {
  readonly text: string
  readonly dropped: readonly string[]
  /** Merchant category that Bank of America prints as `CKCD 7372`. */
  readonly mcc: string | null
}

// What banks put before the merchant. Each is anchored, so that text of merchants is never cut from the middle.
const LEADING = new RegExp(
  `^(?:${[
    'check ?card \\d{4}',
    'ckcd \\d{4}',
    '(?:recurring |pos |visa |mastercard |debit card |card |web |online |int.?l |dbt |non.?pin )*(?:payment|purchase|pmt|debit|withdrawal|transaction)s?(?: return)?(?: authorized)? (?:on )?\\d\\d?[/.-]\\d\\d?(?:[/.-]\\d{2,4})?',
    '(?:pos|visa|mastercard|debit|card|digital|contactless|recurring|online|web|mobile|int.?l|preauthorized|pre.?auth)(?: (?:debit|card|purchase|payment|pmt|transaction|withdrawal|crd|pos))+(?: to| at| from| \\d{3,8}(?= ))?',
    '(?:purchase|debit|payment|kauf|kartenzahlung|lastschrift|sepa lastschrift|achat(?: cb)?|paiement(?: par)? (?:carte|cb)|carte \\d{2}/\\d{2}(?:/\\d{2,4})?|compra(?: con tarjeta)?|pago con tarjeta)(?: \\d{4,8}(?= )|\\s*[:-])',
    'card \\d{4}',
    '(?:x|\\*){2,}\\d{3,4}',
    '\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?(?= )',
    '\\d{4}-\\d{2}-\\d{2}(?= )',
  ].join('|')})[\\s:;,-]*`,
)

// The words that the lines above begin with: most descriptors begin with none of them, and need no closer look.
const LEADING_WORDS = new Set(
  `check checkcard ckcd card recurring pos visa mastercard debit web online int intl dbt non nonpin payment payments purchase purchases pmt
   withdrawal withdrawals transaction transactions digital contactless mobile preauthorized pre kauf kartenzahlung lastschrift sepa
   achat paiement carte compra pago`.split(/\s+/),
)

// What banks put behind it, each with the digits it needs at least and a text that it contains: trace numbers, card tails,
// foreign currency notes, the issuer, dates.
const TRAILING: readonly { readonly pattern: RegExp; readonly digits: number }[] = [
  { pattern: /\s(?:card|crd|kartennr\.?|carte) ?(?:x+|\*+)?\d{4}\b.*$/, digits: 4 },
  { pattern: /\s[sp]\d{12,}.*$/, digits: 12 },
  {
    pattern:
      /\s\d+[.,]\d{2} (?:pounds?|u\.?s\.?|us|euros?|dollars?|swiss|canadian|australian|gbp|usd|eur|cad|aud|chf|inr|sek|nok|dkk|pln)\b.*$/,
    digits: 3,
  },
  { pattern: /\s(?:usd|eur|gbp|cad|aud|chf) ?\d+[.,]\d{2}\b.*$/, digits: 3 },
  { pattern: /\s(?:x{2,}|\*{2,})\d{3,4}$/, digits: 3 },
  { pattern: /\s(?:on |dated )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/, digits: 4 },
]
const ISSUER =
  /\s(?:issued by|value date|effective date|exchange rate|fx rate|conv(?:ersion)? rate|wechselkurs|kurs)\b.*$/
const ISSUER_PARTS = [' date', ' rate', 'issued', 'kurs'] as const

// Telephone numbers; digits of three groups with separators, or eight and more with an optional plus.
const PHONE = /(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b|\b8\d{2}-\d{7}\b/g
const PHONE_DIGITS = 10
const CATEGORY = /\bckcd (\d{4})\b/
// Shorter texts are the merchant alone: statements that print bank words are longer.
const SHORTEST_WITH_NOISE = 14

/** Takes bank words, dates, card tails, trace numbers and telephone numbers off a folded descriptor. */
export function dropBankNoise(folded: string): Denoised {
  const whole = fixedWidth(folded).trim()
  if (whole.length < SHORTEST_WITH_NOISE) return { text: whole, dropped: NOTHING, mcc: null }
  const digits = digitsOf(whole)
  const isAnnounced = mayBeAnnounced(whole)
  if (digits < 3 && !isAnnounced && !namesIssuer(whole)) return { text: whole, dropped: NOTHING, mcc: null }
  const mcc = whole.includes('ckcd') ? (CATEGORY.exec(whole)?.[1] ?? null) : null
  const dropped: string[] = []
  let text = isAnnounced ? withoutLeading(whole, dropped) : whole
  for (const { pattern, digits: needed } of TRAILING)
    if (digits >= needed) text = withoutTrailing(text, pattern, dropped)
  if (namesIssuer(text)) text = withoutTrailing(text, ISSUER, dropped)
  if (digits < PHONE_DIGITS) return { text, dropped, mcc }
  const dialled = text.replace(PHONE, (phone) => {
    dropped.push(phone.trim())
    return ' '
  })
  return { text: dialled.trim() === '' ? text : dialled, dropped, mcc }
}

const NOTHING: readonly string[] = []

function digitsOf(text: string): number {
  let digits = 0
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1
  return digits
}

function mayBeAnnounced(text: string): boolean {
  const first = text.charCodeAt(0)
  if (isDigit(first) || !isWordAt(text, 0) || text.startsWith('xx')) return true
  return LEADING_WORDS.has(firstWord(text))
}

function firstWord(text: string): string {
  let end = 0
  while (end < text.length && isWordAt(text, end)) end += 1
  return text.slice(0, end)
}

function namesIssuer(text: string): boolean {
  return ISSUER_PARTS.some((part) => text.includes(part))
}

function withoutLeading(whole: string, dropped: string[]): string {
  let text = whole
  for (let round = 0; round < 4; round += 1) {
    const match = LEADING.exec(text)
    if (match === null || match[0].length === text.length) break
    dropped.push(match[0].trim())
    text = text.slice(match[0].length)
  }
  return text
}

function withoutTrailing(text: string, pattern: RegExp, dropped: string[]): string {
  const at = text.search(pattern)
  if (at <= 0) return text
  dropped.push(text.slice(at).trim())
  return text.slice(0, at).trimEnd()
}

// Some statements are printed in columns of 20 (merchant), 20 (city) and 2 (state): the city is glued to a full first column.
function fixedWidth(text: string): string {
  if (text.length < 41 || text.length > 42 || !/\S {3,}\S{2}$/.test(text) || text[20] === ' ') return text
  return `${text.slice(0, 20)} ${text.slice(20, 40)} ${text.slice(40)}`
}
