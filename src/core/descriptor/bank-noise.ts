import { beginsWithBankWord, leadingBankWords, TRAILING } from './bank-words.ts'
import { isDigit, isWordAt } from './letters.ts'
import { holdsOne, signsOf } from './signs.ts'

/** A descriptor without what the bank wrote around the merchant, and what was taken away, for the explanation. */
export type Denoised = {
  readonly text: string
  readonly dropped: readonly string[]
  /** Merchant category that Bank of America prints as `CKCD 7372`. */
  readonly mcc: string | null
}

const ISSUER =
  /\s(?:issued by|value date|effective date|exchange rate|fx rate|conv(?:ersion)? rate|wechselkurs|kurs|inkl\.? fremdw\w*)\b.*$/

// Telephone numbers; digits of three groups with separators, or eight and more with an optional plus.
const PHONE = /(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b|\b8\d{2}-\d{7}\b/g
const PHONE_DIGITS = 10
const ISSUER_SIGNS = ['date', 'rate', 'issued', 'kurs'].map(signsOf)
const CATEGORY_SIGNS = signsOf('ckcd')
const CATEGORY = /\bckcd (\d{4})\b/
// Shorter texts are the merchant alone: statements that print bank words are longer, and one word before a name is shortest.
const SHORTEST_WITH_NOISE = 14
const SHORTEST_ANNOUNCED = 10

/** Takes bank words, dates, card tails, trace numbers and telephone numbers off a folded descriptor. */
export function dropBankNoise(folded: string): Denoised {
  const line = fixedWidth(folded).trim()
  const card = cardLength(line)
  const whole = line.slice(card)
  const before = card === 0 ? NOTHING : [line.slice(0, card).trim()]
  const isAnnounced = whole.length >= SHORTEST_ANNOUNCED && mayBeAnnounced(whole)
  if (whole.length < SHORTEST_WITH_NOISE && !isAnnounced) return { text: whole, dropped: before, mcc: null }
  const digits = digitsOf(whole)
  const signs = signsOf(whole)
  if (digits < 3 && !isAnnounced && !namesIssuer(whole, signs)) return { text: whole, dropped: before, mcc: null }
  const mcc =
    (signs & CATEGORY_SIGNS) === CATEGORY_SIGNS && whole.includes('ckcd') ? (CATEGORY.exec(whole)?.[1] ?? null) : null
  const dropped = [...before]
  let text = isAnnounced ? withoutLeading(whole, dropped) : whole
  for (const { pattern, digits: needed, signs: sets } of TRAILING)
    if (digits >= needed && holdsOne(signs, sets)) text = withoutTrailing(text, pattern, dropped)
  if (namesIssuer(text, signs)) text = withoutTrailing(text, ISSUER, dropped)
  if (digits < PHONE_DIGITS) return { text, dropped, mcc }
  const dialled = text.replace(PHONE, (phone) => {
    dropped.push(phone.trim())
    return ' '
  })
  return { text: dialled.trim() === '' ? text : dialled, dropped, mcc }
}

const NOTHING: readonly string[] = []

// Bank words of any kind end with the masked number of the card: `me dc si 412345xxxxxx1234 windsurf`.
const CARD = /^.{0,24}?\b\d{4,6}[x*]{4,}\d{3,4}[ -]+(?=[a-z])/

function cardLength(text: string): number {
  return text.includes('xxxx') || text.includes('****') ? (CARD.exec(text)?.[0].length ?? 0) : 0
}

function digitsOf(text: string): number {
  let digits = 0
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1
  return digits
}

function mayBeAnnounced(text: string): boolean {
  const first = text.charCodeAt(0)
  if (isDigit(first) || !isWordAt(text, 0) || text.startsWith('xx')) return true
  return beginsWithBankWord(text)
}

function namesIssuer(text: string, signs: number): boolean {
  if (!holdsOne(signs, ISSUER_SIGNS)) return false
  return (
    text.includes(' date') ||
    text.includes(' rate') ||
    text.includes('issued') ||
    text.includes('kurs') ||
    text.includes('fremdw')
  )
}

function withoutLeading(whole: string, dropped: string[]): string {
  let text = whole
  for (let round = 0; round < 4; round += 1) {
    const length = leadingBankWords(text)
    if (length === 0 || length === text.length) break
    dropped.push(text.slice(0, length).trim())
    text = text.slice(length)
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
