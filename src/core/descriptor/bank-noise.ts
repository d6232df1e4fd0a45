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

// What banks put behind it: card tails, trace numbers, foreign currency notes, the issuer.
const TRAILING: readonly RegExp[] = [
  /\s+(?:card|crd|kartennr\.?|carte) ?(?:x+|\*+)?\d{4}\b.*$/,
  /\s+[sp]\d{12,}.*$/,
  /\s+(?:issued by|value date|effective date|exchange rate|fx rate|conv(?:ersion)? rate|wechselkurs|kurs)\b.*$/,
  /\s+\d+[.,]\d{2} (?:pounds?|u\.?s\.?|us|euros?|dollars?|swiss|canadian|australian|gbp|usd|eur|cad|aud|chf|inr|sek|nok|dkk|pln)\b.*$/,
  /\s+(?:usd|eur|gbp|cad|aud|chf) ?\d+[.,]\d{2}\b.*$/,
  /\s+(?:x{2,}|\*{2,})\d{3,4}$/,
  /\s+(?:on |dated )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/,
]

// Telephone numbers; digits of three groups with separators, or eight and more with an optional plus.
const PHONE = /(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b|\b8\d{2}-\d{7}\b/g
const CATEGORY = /\bckcd (\d{4})\b/
// Shorter texts are the merchant alone: statements that print bank words are longer.
const SHORTEST_WITH_NOISE = 14

/** Takes bank words, dates, card tails, trace numbers and telephone numbers off a folded descriptor. */
export function dropBankNoise(folded: string): Denoised {
  let text = fixedWidth(folded).trim()
  if (text.length < SHORTEST_WITH_NOISE) return { text, dropped: [], mcc: null }
  const dropped: string[] = []
  const mcc = text.includes('ckcd') ? (CATEGORY.exec(text)?.[1] ?? null) : null
  for (let round = 0; round < 4; round += 1) {
    const match = LEADING.exec(text)
    if (match === null || match[0].length === text.length) break
    dropped.push(match[0].trim())
    text = text.slice(match[0].length)
  }
  for (const pattern of TRAILING) {
    const index = text.search(pattern)
    if (index <= 0) continue
    dropped.push(text.slice(index).trim())
    text = text.slice(0, index)
  }
  const dialled = text.replace(PHONE, (phone) => {
    dropped.push(phone.trim())
    return ' '
  })
  return { text: dialled.trim() === '' ? text : dialled, dropped, mcc }
}

// Some statements are printed in columns of 20 (merchant), 20 (city) and 2 (state): the city is glued to a full first column.
function fixedWidth(text: string): string {
  if (text.length < 41 || text.length > 42 || !/\S {3,}\S{2}$/.test(text) || text[20] === ' ') return text
  return `${text.slice(0, 20)} ${text.slice(20, 40)} ${text.slice(40)}`
}

const FEE =
  /^(?:foreign|international|intl|int'l|cross.?border|overseas|non.?sterling|currency|fx|cash advance|late|overdraft|interest|atm)\b.{0,40}\b(?:fee|fees|charge|charges|interest|conversion)\b/
const TRANSFER =
  /^(?:zelle|venmo|cash ?app|popmoney|interac e.?tfr|e.?transfer|online transfer|transfer (?:to|from)|wire transfer|xfer|standing order|paypal (?:inst(?:ant)? )?(?:xfer|transfer))\b|\b(?:zelle|venmo) (?:to|from|payment)\b/

/** Bank charges and payments between people, which buy no product whatever name they carry; null for anything else. */
export function noPurchase(folded: string): 'fee' | 'transfer' | null {
  if (FEE.test(folded)) return 'fee'
  return TRANSFER.test(folded) ? 'transfer' : null
}
