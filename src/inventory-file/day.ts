export type DateOrder = 'DMY' | 'MDY'

/** An ISO date, or why the text is none. */
export type Day = { readonly date: string } | { readonly reason: string }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
// German and French where the first three letters differ.
const FOREIGN_MONTHS: Readonly<Record<string, number>> = {
  mär: 3,
  maer: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  janv: 1,
  fév: 2,
  févr: 2,
  avr: 4,
  juin: 6,
  juil: 7,
  août: 8,
  aoû: 8,
  déc: 12,
}
const NUMERIC = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/

/** Reads an unambiguous date. `order` is what the other dates of the column prove about `03/04/2026`, else null. */
export function parseDay(text: string, order: DateOrder | null): Day {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (iso) return day(text, iso[1], iso[2], iso[3])
  // With dots the day always stands first.
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(plain)
  if (dotted) return day(text, dotted[3], dotted[2], dotted[1])
  const named = namedMonth(plain)
  if (named !== null) return day(text, named.year, String(named.month), named.day)
  const numeric = NUMERIC.exec(plain)
  if (!numeric) return { reason: `“${text}” is no date; write it as 2026-11-30` }
  const [, first, second, year] = numeric
  const known = orderOf(plain) ?? order
  if (known === null && first !== second) {
    return { reason: `“${text}” may be day/month or month/day; write it as 2026-11-30` }
  }
  return known === 'MDY' ? day(text, year, first, second) : day(text, year, second, first)
}

/** What the dates of a column prove about their order; null when they prove nothing or contradict each other. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | null {
  const orders = new Set([...texts].map((text) => orderOf(text.trim())).filter((order) => order !== null))
  const [only] = orders
  return orders.size === 1 ? (only ?? null) : null
}

function orderOf(text: string): DateOrder | null {
  const numeric = NUMERIC.exec(text)
  if (!numeric) return null
  const [first, second] = [Number(numeric[1]), Number(numeric[2])]
  if (first > 12 && second <= 12) return 'DMY'
  return second > 12 && first <= 12 ? 'MDY' : null
}

function namedMonth(text: string): { day: string | undefined; month: number; year: string | undefined } | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([\p{L}]{3,})\.?,?[\s-]+(\d{4}|\d{2})$/iu.exec(text)
  const monthFirst = /^([\p{L}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text)
  const name = (dayFirst?.[2] ?? monthFirst?.[1])?.toLowerCase()
  if (name === undefined) return null
  const english = MONTHS.indexOf(name.slice(0, 3)) + 1
  const foreign = FOREIGN_MONTHS[name.slice(0, 4)] ?? FOREIGN_MONTHS[name.slice(0, 3)]
  const month = foreign ?? english
  return month === 0 ? null : { day: dayFirst?.[1] ?? monthFirst?.[2], month, year: dayFirst?.[3] ?? monthFirst?.[3] }
}

function day(text: string, year = '', month = '', date = ''): Day {
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
  return real ? { date: iso } : { reason: `“${text}” is a day that no calendar has` }
}
