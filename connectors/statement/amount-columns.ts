import type { Question } from '#core/file-reader.ts'
import type { ColumnRole } from '#core/statement.ts'
import { balanceChain } from './balance-chain.ts'
import type { Picker } from './picker.ts'
import { currencyColumns } from './currency-columns.ts'
import type { ColumnProfile } from './profile.ts'
import { kindOfText } from './row-words.ts'

export type AmountColumns = {
  readonly roles: readonly (readonly [ColumnRole, number | null])[]
  readonly questions: readonly Question[]
}

/** The columns with money, and what goes with them. */
export function amountColumns(picker: Picker, rows: readonly (readonly string[])[]): AmountColumns {
  const roles: (readonly [ColumnRole, number | null])[] = [
    ['balance', picker.pick('balance')],
    ['fee', picker.pick('fee')],
    ['direction', picker.pick('direction') ?? directionColumn(picker)],
  ]
  const split = splitColumns(picker)
  roles.push(...(split ?? singleAmount(picker)))
  const amount = roles.find(([role, index]) => (role === 'amount' || role === 'debit') && index !== null)?.[1] ?? null
  roles.push(...currencyColumns(picker, amount))
  const found = roles.some(([role, index]) => (role === 'amount' || role === 'debit') && index !== null)
  return found ? { roles, questions: [] } : byContent(picker, rows, roles)
}

/** Debit and credit columns, when together they speak for more rows than a single amount does. */
function splitColumns(picker: Picker): AmountColumns['roles'] | null {
  const [debit] = picker.candidates('debit')
  const [credit] = picker.candidates('credit').filter((profile) => profile.index !== debit?.index)
  const [amount] = picker.candidates('amount')
  if (debit === undefined) return null
  if (credit === undefined) return amount === undefined ? [['debit', picker.take(debit)]] : null
  if (amount !== undefined && amount.filled > debit.filled + credit.filled) return null
  return [
    ['debit', picker.take(debit)],
    ['credit', picker.take(credit)],
  ]
}

/** Two amounts in two currencies, as `CAD$` and `USD$`, are both the amount of a row: the one that is filled. */
function singleAmount(picker: Picker): AmountColumns['roles'] {
  const [first, ...others] = picker.candidates('amount')
  if (first === undefined) return []
  const currency = picker.currencyOf(first)
  const second = others.find((other) => {
    const otherCurrency = picker.currencyOf(other)
    return (
      currency !== null &&
      otherCurrency !== null &&
      otherCurrency !== currency &&
      first.filled + other.filled <= first.rows
    )
  })
  if (second === undefined) return [['amount', picker.take(first)]]
  return [
    ['amount', picker.take(first)],
    ['amount2', picker.take(second)],
  ]
}

/** A column that holds nothing but `debit` and `credit`, and is called a type, a detail or nothing. */
function directionColumn(picker: Picker): number | null {
  const free = [
    ...picker.candidates('type'),
    ...picker.free().filter((profile) => !picker.isNamed(profile) || picker.isText(profile)),
  ]
  const found = free.find(
    ({ filled, directions, rows, distinct, characters }) =>
      filled > 0 && directions === filled && filled >= 0.9 * rows && (distinct > 1 || characters > filled),
  )
  return found === undefined ? null : picker.take(found)
}

function byContent(picker: Picker, rows: readonly (readonly string[])[], roles: AmountColumns['roles']): AmountColumns {
  const money = picker
    .free()
    .filter(
      (profile) =>
        !picker.isNamed(profile) &&
        profile.filled > 0 &&
        profile.amounts >= 0.8 * profile.filled &&
        profile.decimals > 0,
    )
  const whole = picker
    .free()
    .filter(
      (profile) =>
        !picker.isNamed(profile) && profile.filled >= 0.8 * rows.length && profile.amounts === profile.filled,
    )
  const [only, other, ...more] = money.length > 0 ? money : whole
  if (only === undefined) return { roles, questions: [] }
  if (other === undefined) return { roles: [...roles, ['amount', picker.take(only)]], questions: [] }
  const balance = roles.find(([role]) => role === 'balance')?.[1] ?? null
  if (balance === null) {
    if (balanceChain(rows, only.index, other.index).holds) return amountAndBalance(picker, roles, only, other)
    if (balanceChain(rows, other.index, only.index).holds) return amountAndBalance(picker, roles, other, only)
    const withBalance = more.find((third) => balanceChain(rows, only.index, third.index, other.index).holds)
    if (withBalance !== undefined) picker.take(withBalance)
    const shared = withBalance === undefined ? roles : [...roles, ['balance', withBalance.index] as const]
    if (isExclusive(rows, only, other)) return splitUnnamed(picker, rows, shared, only, other)
  } else if (isExclusive(rows, only, other)) return splitUnnamed(picker, rows, roles, only, other)
  const options = [only, other, ...more].map((profile) => `column ${profile.index + 1}`)
  return {
    roles,
    questions: [
      {
        field: 'columns.amount',
        options,
        evidence: 'several columns hold amounts and no header says which is the charge',
      },
    ],
  }
}

function amountAndBalance(
  picker: Picker,
  roles: AmountColumns['roles'],
  amount: ColumnProfile,
  balance: ColumnProfile,
): AmountColumns {
  return { roles: [...roles, ['amount', picker.take(amount)], ['balance', picker.take(balance)]], questions: [] }
}

/** Which of two unnamed columns is the debit is told by the balance or the wording later; most rows are charges. */
function splitUnnamed(
  picker: Picker,
  rows: readonly (readonly string[])[],
  roles: AmountColumns['roles'],
  a: ColumnProfile,
  b: ColumnProfile,
): AmountColumns {
  const words = sidesByWords(rows, a, b)
  const [debit, credit] = words > 0 || (words === 0 && a.filled >= b.filled) ? [a, b] : [b, a]
  const questions =
    words !== 0 || debit.filled >= 3 * credit.filled
      ? []
      : [
          {
            field: 'columns.debit',
            options: [a, b].map((p) => `column ${p.index + 1}`),
            evidence: 'two columns hold amounts, one or the other in each row, and no header says which is money spent',
          },
        ]
  return { roles: [...roles, ['debit', picker.take(debit)], ['credit', picker.take(credit)]], questions }
}

function isExclusive(rows: readonly (readonly string[])[], a: ColumnProfile, b: ColumnProfile): boolean {
  const both = rows.filter((row) => (row[a.index] ?? '') !== '' && (row[b.index] ?? '') !== '').length
  return both === 0 && a.filled + b.filled >= 0.8 * rows.length
}

/** > 0 when rows with plain words say that `a` is money spent, < 0 when they say that `b` is. */
function sidesByWords(rows: readonly (readonly string[])[], a: ColumnProfile, b: ColumnProfile): number {
  let votes = 0
  for (const row of rows) {
    const kinds = new Set(row.filter((cell) => /\p{L}{3}/u.test(cell)).map(kindOfText))
    const isBack = kinds.has('payment') || kinds.has('refund') || kinds.has('income')
    if (!isBack && !kinds.has('purchase') && !kinds.has('fee')) continue
    const inA = (row[a.index] ?? '') !== ''
    if (inA || (row[b.index] ?? '') !== '') votes += inA === isBack ? -1 : 1
  }
  return votes
}
