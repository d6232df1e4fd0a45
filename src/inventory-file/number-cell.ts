/** A whole number, or why the text is none. */
export type Whole = { readonly value: number } | { readonly reason: string }

const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  tag: 1,
  jour: 1,
  week: 7,
  woche: 7,
  month: 31,
  monat: 31,
  mois: 31,
  year: 366,
  jahr: 366,
}

/** Seats: `120`, `1,200`, `120 seats`. */
export function parseSeats(text: string): Whole {
  const digits = /^(\d[\d,.'’\s]*?)\s*(?:seats?|licen[cs]es?|users?|lizenzen)?$/i.exec(text)?.[1]
  const grouped = digits !== undefined && /^\d{1,3}(?:[,.'’\s]\d{3})+$/.test(digits)
  const plain = grouped ? digits.replaceAll(/\D/g, '') : digits
  if (plain === undefined || !/^\d{1,15}$/.test(plain)) return { reason: `“${text}” is no number of seats` }
  return { value: Number(plain) }
}

/** Notice in days. Months count 31 days and years 366: a reminder may come early, never late. `exact` is false for them. */
export function parseNotice(text: string): Whole & { readonly exact?: boolean } {
  const match = /^(\d{1,15})\s*(?:(day|tag|jour|week|woche|month|monat|mois|year|jahr)\w*)?$/i.exec(text.trim())
  if (!match) return { reason: `“${text}” is no notice period; write it in days` }
  const unit = match[2]?.toLowerCase()
  const days = unit === undefined ? 1 : (DAYS[unit] ?? 1)
  return { value: Number(match[1]) * days, exact: days === 1 || days === 7 }
}
