import type { DateOrder } from '#core/statement.ts'
import { daysBetween } from '#core/date.ts'
import { dateIn, writtenDate } from './dates.ts'
import type { WrittenDate } from './dates.ts'

export type DateClues = {
  /** The date cells of each row: posting date, then transaction date where there is one. */
  readonly rows: readonly (readonly string[])[]
  /** Dates beside the table, as in `Beginning balance as of 03/31/2026`. */
  readonly beside: readonly string[]
  /** What is known of this header, else null. */
  readonly known: DateOrder | null
  /** Signs that no month-first country writes like this: header language, decimal comma, sort codes. */
  readonly dayFirstSigns: readonly string[]
}

export type DateVerdict = {
  readonly order: DateOrder | null
  readonly options: readonly DateOrder[]
  readonly evidence: string
}

type Numeric = Extract<WrittenDate, { kind: 'numeric' }>

// One misprint among many dates that agree does not overrule them.
const OUTVOTED = 20
// Days that a card posts before (time zones) and after a purchase.
const POSTING_DAYS = { least: -2, most: 14 }

/** The order of day and month, or null with what speaks for either. */
export function sniffDateOrder(clues: DateClues): DateVerdict {
  const written = clues.rows.map((cells) => cells.map(writtenDate))
  const all = written.flat().filter((date) => date !== null)
  const serials = all.filter((date) => date.kind === 'serial').length
  if (serials > 0 && serials >= 0.6 * all.length)
    return decided('serial', 'the dates are day numbers, as Excel counts them')
  const numeric = all.filter((date) => date.kind === 'numeric')
  if (numeric.length === 0) return withoutNumeric(all)
  const beside = clues.beside.map(writtenDate).filter((date) => date?.kind === 'numeric')
  const orders = possibleOrders(numeric)
  return (
    byExclusion([...numeric, ...beside], orders) ??
    (numeric.every(({ separator }) => separator === '.') && orders.includes('DMY')
      ? decided('DMY', 'dates with dots put the day first')
      : null) ??
    (clues.known === null ? null : decided(clues.known, 'this header is known to write its dates so')) ??
    byPosting(written, orders) ??
    bySequence(written, orders) ??
    bySigns(clues.dayFirstSigns, orders) ??
    asked(numeric, orders)
  )
}

function decided(order: DateOrder, evidence: string): DateVerdict {
  return { order, options: [], evidence }
}

function withoutNumeric(dates: readonly WrittenDate[]): DateVerdict {
  const named = dates.find((date) => date.kind === 'fixed')
  return decided(named?.named ?? 'YMD', 'the dates name the month or begin with the year')
}

function possibleOrders(dates: readonly Numeric[]): readonly DateOrder[] {
  return dates.some((date) => date.longYear) ? ['MDY', 'DMY'] : ['MDY', 'DMY', 'YMD']
}

/** A day over 12, or a year over 31, can stand in one place only. */
function byExclusion(dates: readonly (WrittenDate | null)[], orders: readonly DateOrder[]): DateVerdict | null {
  const fits = orders.map((order) => ({
    order,
    count: dates.filter((date) => date !== null && dateIn(date, order) !== null).length,
  }))
  const ranked = fits.toSorted((a, b) => b.count - a.count)
  const [best, next] = ranked
  if (best === undefined || next === undefined || best.count === next.count) return null
  const missed = dates.length - best.count
  const lead = best.count - next.count
  if (missed > 0 && lead < OUTVOTED * missed) return null
  const [proof] = dates.flatMap((date) =>
    date?.kind === 'numeric' && dateIn(date, best.order) !== null && dateIn(date, next.order) === null
      ? [print(date)]
      : [],
  )
  return decided(best.order, `${proof ?? 'a date'} can only be read so`)
}

/** A purchase posts within days; read the wrong way round, months lie between. */
function byPosting(
  rows: readonly (readonly (WrittenDate | null)[])[],
  orders: readonly DateOrder[],
): DateVerdict | null {
  const pairs = rows.flatMap(([post, made]) =>
    post?.kind === 'numeric' && made?.kind === 'numeric' ? [[post, made] as const] : [],
  )
  if (pairs.length === 0) return null
  const sound = orders.filter((order) =>
    pairs.every(([post, made]) => postsSoon(dateIn(made, order), dateIn(post, order))),
  )
  const [only, second] = sound
  return only === undefined || second !== undefined
    ? null
    : decided(only, 'only so does every row post within two weeks of its purchase')
}

function postsSoon(made: string | null, post: string | null): boolean {
  if (made === null || post === null) return false
  const days = daysBetween(made, post)
  return days >= POSTING_DAYS.least && days <= POSTING_DAYS.most
}

/** Statements are sorted by date: an order in which these are not is unlikely when another sorts them. */
function bySequence(
  rows: readonly (readonly (WrittenDate | null)[])[],
  orders: readonly DateOrder[],
): DateVerdict | null {
  const dates = rows.map(([post, made]) => post ?? made).filter((date) => date?.kind === 'numeric')
  const sorted = orders.filter((order) => {
    const read = dates.map((date) => (date === undefined || date === null ? '' : (dateIn(date, order) ?? '')))
    return new Set(read).size >= 3 && (isSorted(read) || isSorted(read.toReversed()))
  })
  const [only, second] = sorted
  return only === undefined || second !== undefined
    ? null
    : decided(only, 'only so are the rows in the order of their dates')
}

function isSorted(dates: readonly string[]): boolean {
  return dates.every((date, index) => index === 0 || (dates[index - 1] ?? '') <= date)
}

function bySigns(signs: readonly string[], orders: readonly DateOrder[]): DateVerdict | null {
  return signs.length > 0 && orders.includes('DMY') ? decided('DMY', signs.join('; ')) : null
}

function asked(dates: readonly Numeric[], orders: readonly DateOrder[]): DateVerdict {
  const examples = [...new Set(dates.map(print))].slice(0, 3).join(', ')
  const options = orders.filter((order) => dates.some((date) => dateIn(date, order) !== null))
  return {
    order: null,
    options: options.length > 0 ? options : orders,
    evidence: `${examples}: day and month cannot be told apart`,
  }
}

function print(date: Numeric): string {
  return date.parts.map((part) => String(part).padStart(2, '0')).join(date.separator)
}
