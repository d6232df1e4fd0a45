import { isCurrency, minorDigits } from '#core/currency.ts'
import type { FileSettings, Question } from '#core/file-reader.ts'
import type { ColumnRole, DateOrder, Sign, StatementNature } from '#core/statement.ts'
import { writtenAmount } from './amounts.ts'
import type { DecimalMark } from './amounts.ts'
import { balanceChain } from './balance-chain.ts'
import { besideLine } from './beside.ts'
import { dayFirstSigns, sniffNature } from './context.ts'
import { currencyNamed, rowCurrency, sniffCurrency } from './currency-sniff.ts'
import { sniffDateOrder } from './date-order.ts'
import { sniffDecimal } from './decimal.ts'
import type { StatementRecord } from './records.ts'
import { sniffSign } from './sign.ts'
import type { SniffedLayout } from './sniff-layout.ts'
import type { StatementMapping } from './wire.ts'

/** A part of the format, or the question that it leaves open. */
type Part<T> = { readonly value: T | null; readonly question: Question | null }

/** How the cells are to be understood. */
export type Meaning = {
  readonly nature: StatementNature
  /** The roles of the layout, less a fee that is not charged on top of the amount. */
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly decimal: Part<DecimalMark>
  readonly dateOrder: Part<DateOrder>
  readonly sign: Part<Sign>
  readonly currency: Part<string>
}

export type MeaningInput = {
  readonly layout: SniffedLayout
  readonly above: readonly StatementRecord[]
  readonly rows: readonly StatementRecord[]
  readonly settings: FileSettings
  readonly answers: StatementMapping
}

const MONEY: readonly ColumnRole[] = ['amount', 'amount2', 'debit', 'credit', 'balance', 'originalAmount']

/** Decides from the rows at hand what they decide. */
export function sniffMeaning({ layout, above, rows, settings, answers }: MeaningInput): Meaning {
  const { table, facts } = layout
  const cells = rows.map((record) => record.cells)
  const charges = cells.filter((row) => besideLine(row) === null || hasDate(row, layout.roles))
  const preamble = above.map((record) => record.cells.join(' '))
  const nature = answers.nature ?? sniffNature(table, preamble, layout.roles, facts)
  const currency = sniffCurrency({
    table,
    roles: layout.roles,
    rows: charges,
    preamble,
    settings: [currencyNamed(settings.account), settings.currency],
  })
  const decimal = sniffDecimal(
    bodies(cells, layout.roles),
    mayHaveThreeDigits(cells, layout.roles, answers.currency ?? currency.currency),
  )
  const mark = answers.decimal ?? decimal.decimal
  const roles = withoutIncludedFee(layout.roles, charges, mark, answers)
  const dates = sniffDateOrder({
    rows: charges.map((row) => [row[roles.get('date') ?? -1] ?? '', row[roles.get('transactionDate') ?? -1] ?? '']),
    beside: preamble.flatMap((text) => text.match(/\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/g) ?? []),
    known: facts?.dateOrder ?? null,
    dayFirstSigns: dayFirstSigns(table, mark),
  })
  const sign = sniffSign({ rows: charges, roles, known: facts?.sign ?? null, nature, decimal: mark ?? '.' })
  return {
    nature,
    roles,
    currency: { value: answers.currency ?? currency.currency, question: currency.question },
    decimal: { value: mark, question: { field: 'decimal', options: ['.', ','], evidence: decimal.evidence } },
    dateOrder: {
      value: answers.dateOrder ?? dates.order,
      question: { field: 'dateOrder', options: dates.options, evidence: dates.evidence },
    },
    sign: {
      value: answers.sign ?? sign.sign,
      question: { field: 'sign', options: ['spend-negative', 'spend-positive'], evidence: sign.evidence },
    },
  }
}

/** True when further rows could not change anything. */
export function isSettled({ decimal, dateOrder, sign }: Meaning): boolean {
  return decimal.value !== null && dateOrder.value !== null && sign.value !== null
}

function hasDate(row: readonly string[], roles: ReadonlyMap<ColumnRole, number>): boolean {
  return (row[roles.get('date') ?? -1] ?? '') !== ''
}

function* bodies(rows: readonly (readonly string[])[], roles: ReadonlyMap<ColumnRole, number>): Generator<string> {
  for (const role of MONEY) {
    const index = roles.get(role)
    if (index === undefined) continue
    for (const row of rows) {
      const written = writtenAmount(row[index] ?? '')
      if (written !== null) yield written.body
    }
  }
}

function mayHaveThreeDigits(
  rows: readonly (readonly string[])[],
  roles: ReadonlyMap<ColumnRole, number>,
  currency: string | null,
): boolean {
  const codes = new Set(rows.map((row) => rowCurrency(row, roles) ?? currency))
  return [...codes].some((code) => code === null || (isCurrency(code) && minorDigits(code) > 2))
}

/** A fee column counts only where the running balance proves that it is charged on top of the amount. */
function withoutIncludedFee(
  roles: ReadonlyMap<ColumnRole, number>,
  rows: readonly (readonly string[])[],
  decimal: DecimalMark | null,
  answers: StatementMapping,
): ReadonlyMap<ColumnRole, number> {
  const [amount, balance, fee] = [roles.get('amount'), roles.get('balance'), roles.get('fee')]
  if (fee === undefined || answers.columns !== undefined) return roles
  const onTop =
    amount !== undefined &&
    balance !== undefined &&
    balanceChain(rows, amount, balance, fee, decimal ?? '.').links >
      balanceChain(rows, amount, balance, undefined, decimal ?? '.').links
  return onTop ? roles : new Map([...roles].filter(([role]) => role !== 'fee'))
}
