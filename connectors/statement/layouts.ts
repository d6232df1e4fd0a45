import type { ColumnRole } from '#core/statement.ts'
import { writtenAmount } from './amounts.ts'
import { writtenDate } from './dates.ts'
import type { Facts } from './fingerprints.ts'

/** A layout without header that its cells give away. */
export type Layout = Facts & { readonly roles: ReadonlyMap<ColumnRole, number> }

type Known = Facts & { readonly roles: Readonly<Partial<Record<ColumnRole, number>>>; readonly cells: readonly Cell[] }
type Cell = (cell: string) => boolean

const date: Cell = (cell) => writtenDate(cell) !== null
const slashed: Cell = (cell) => writtenDate(cell) !== null && cell.includes('/')
const amount: Cell = (cell) => writtenAmount(cell) !== null
const blank: Cell = (cell) => cell === ''
const amountOrBlank: Cell = (cell) => blank(cell) || amount(cell)
const any: Cell = () => true
const text: Cell = (cell) => /\p{L}{3}/u.test(cell)
const is =
  (pattern: RegExp): Cell =>
  (cell) =>
    pattern.test(cell)

const KNOWN: readonly Known[] = [
  {
    name: 'Wells Fargo',
    cells: [slashed, amount, is(/^\*$/), any, text],
    roles: { date: 0, amount: 1, descriptor: 4 },
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'American Express (Canada)',
    cells: [slashed, is(/^reference:/i), amount, text],
    roles: { date: 0, reference: 1, amount: 2, descriptor: 3 },
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'Barclaycard',
    cells: [date, text, is(/^(visa|mastercard|amex)$/i), any, any, amountOrBlank, amountOrBlank],
    roles: { date: 0, descriptor: 1, person: 3, category: 4, credit: 5, debit: 6 },
    dateOrder: 'DMY',
    sign: 'split',
    nature: 'card',
  },
]

/** The known layout that all rows fit; null when there is none. */
export function layoutOf(rows: readonly (readonly string[])[]): Layout | null {
  if (rows.length === 0) return null
  const found = KNOWN.find(({ cells }) =>
    rows.every((row) => row.length >= cells.length && cells.every((fits, index) => fits(row[index] ?? ''))),
  )
  if (found === undefined) return null
  const roles = new Map<ColumnRole, number>()
  for (const [role, index] of entries(found.roles)) roles.set(role, index)
  return { ...found, roles }
}

function entries(roles: Known['roles']): readonly (readonly [ColumnRole, number])[] {
  const wanted = ['date', 'descriptor', 'amount', 'debit', 'credit', 'person', 'category', 'reference'] as const
  return wanted.flatMap((role) => {
    const index = roles[role]
    return index === undefined ? [] : [[role, index] as const]
  })
}
