import { currencyOf } from './currency-words.ts'

/** An amount as written: digits with their separators, and what stands around them. */
export type WrittenAmount = {
  readonly negative: boolean
  /** `CR`, `DR`, `S`, `H`: which side of the book, where the cell says so itself. */
  readonly mark: 'debit' | 'credit' | null
  readonly currency: string | null
  /** Digits, dots, commas and other thousands marks only. */
  readonly body: string
}

export type DecimalMark = '.' | ','

const PLAIN = /^-?\d+(?:[.,]\d{1,2})?$/
const AROUND = /^([^\d.,]*)([.,]?\d[\d.,'’` \u00a0\u2009\u202f_]*\d|[.,]?\d)(\D*)$/
const MINUS = /[-\u2212\u2013\u2010\u2011]/
const SIGNS = /[()+'"=\-\u2212\u2013\u2010\u2011]/g
const CREDIT_MARKS = new Set(['cr', 'cr.', 'credit', 'h', 'haben', 'c', 'k'])
const DEBIT_MARKS = new Set(['dr', 'dr.', 'db', 'debit', 's', 'soll', 'd'])

/** Reads an amount without deciding what its separators mean; null when the cell is no amount. */
export function writtenAmount(text: string): WrittenAmount | null {
  const cell = text.trim()
  if (PLAIN.test(cell)) {
    const negative = cell.startsWith('-')
    return { negative, mark: null, currency: null, body: negative ? cell.slice(1) : cell }
  }
  if (cell.length > 48) return null
  const around = AROUND.exec(cell)
  if (around === null) return null
  const [, before = '', body = '', after = ''] = around
  const outside = [before, after].map((side) => side.replace(SIGNS, ' ').trim())
  const brackets = before.includes('(') && after.includes(')')
  const negative = brackets || MINUS.test(before) || MINUS.test(after)
  let mark: WrittenAmount['mark'] = null
  let currency: string | null = null
  for (const part of outside) {
    for (const word of wordsOf(part)) {
      const folded = word.toLowerCase()
      if (CREDIT_MARKS.has(folded)) mark = 'credit'
      else if (DEBIT_MARKS.has(folded)) mark = 'debit'
      else if (currencyOf(word) !== null) currency = currencyOf(word)
      else if (!/^(\$|kr\.?|¥|\*|rp|us)$/i.test(word)) return null
    }
  }
  return { negative, mark, currency, body: body.trim() }
}

/** A name of a currency is one word: `22.00 United States Dollar`. */
function wordsOf(part: string): readonly string[] {
  if (part === '') return []
  return currencyOf(part) === null ? part.split(/\s+/) : [part]
}

export type Minor = { readonly ok: true; readonly minor: number } | { readonly ok: false; readonly reason: string }

/**
 * Whole minor units of a written body, exact: digits are moved, never multiplied. Beyond the currency's digits only
 * four and more decimals are rounded (half up, as rated usage is billed); `1.234` in a currency of two digits is
 * refused, because it may as well be a thousand.
 */
export function toMinor(body: string, decimal: DecimalMark, digits: number): Minor {
  const at = body.lastIndexOf(decimal)
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(fraction) || !isWhole(whole, decimal)) {
    return {
      ok: false,
      reason: `the separators of "${body}" do not fit a decimal ${decimal === ',' ? 'comma' : 'point'}`,
    }
  }
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  const dropped = fraction.slice(digits)
  let minor = Number(whole.replace(/\D/g, '') + kept)
  if (/[1-9]/.test(dropped)) {
    if (fraction.length < 4) return { ok: false, reason: `"${body}" has more decimals than its currency` }
    if (dropped >= '5') minor++
  }
  if (!Number.isSafeInteger(minor)) return { ok: false, reason: `"${body}" is too large an amount` }
  return { ok: true, minor }
}

// Groups of three, or of two before the last three as in India; one mark throughout, spaces and apostrophes included.
const GROUPED = /^\d{1,3}(?:([.,'’` \u00a0\u2009\u202f_])\d{2,3}(?:\1\d{2,3})*)?$/
const LAST_GROUP = /\D\d{3}$/

function isWhole(whole: string, decimal: DecimalMark): boolean {
  if (/^\d*$/.test(whole)) return true
  return GROUPED.test(whole) && LAST_GROUP.test(whole) && !whole.includes(decimal)
}
