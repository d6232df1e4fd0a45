// Lengths and beginnings of the card schemes' numbers: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro.
// https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN)
const SCHEMES: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^(?:6011|64[4-9]\d|65\d{2})\d{12}(?:\d{3})?$/,
  /^3(?:0[0-5]|[689]\d)\d{11}(?:\d{2})?$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^62\d{14}(?:\d{3})?$/,
]
const MAESTRO = /^(?:50|5[6-9]|6\d)\d{11,17}$/
// Digits in one piece, or in the groups that cards are printed in; never a part of a longer number.
const CANDIDATE =
  /(?<!\d)(?:\d{13,19}|\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ \u00a0.-])\d{6}\2\d{4,5})(?!\d)/g
const ENOUGH_DIGITS = /\d[\d \u00a0.-]{11,}\d/

/** Cuts every full card number in a text to `****1234`. References, phone numbers and 23-digit acquirer numbers stay. */
export function maskCards(text: string): string {
  if (!ENOUGH_DIGITS.test(text)) return text
  return text.replace(CANDIDATE, (found, ...rest: readonly unknown[]) => {
    const digits = found.replace(/\D/g, '')
    const offset = Number(rest.find((value) => typeof value === 'number'))
    return isCardNumber(digits, offset > 0 && /\p{L}/u.test(text.charAt(offset - 1)))
      ? `****${digits.slice(-4)}`
      : found
  })
}

/** After a letter (`S585353115422388`) the wide range of Maestro would catch references. */
function isCardNumber(digits: string, afterLetter: boolean): boolean {
  const known = SCHEMES.some((scheme) => scheme.test(digits)) || (!afterLetter && MAESTRO.test(digits))
  return known && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/**
 * The tail by which an account or card is known: `************8434` -> `8434`, `-71002` -> `71002`. Names of accounts
 * stay as they are; of a long number only the last four digits are kept.
 */
export function accountTail(text: string): string | null {
  const cell = text.trim().replace(/^'|'$/g, '')
  if (cell === '') return null
  const digits = cell.replace(/\D/g, '')
  const isIban = /^[A-Z]{2}\d{2}[A-Z0-9 ]{8,}$/i.test(cell)
  if (!isIban && /\p{L}{3,}/u.test(cell.replace(/x{3,}/gi, ''))) return maskCards(cell)
  if (digits === '') return cell
  return digits.length > 6 || /[*x•.]{2,}/i.test(cell) ? digits.slice(-4) : digits
}
