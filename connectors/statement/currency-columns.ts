import type { ColumnRole } from '#core/statement.ts'
import type { Picker } from './picker.ts'

type Given = readonly (readonly [ColumnRole, number | null])[]

/**
 * The currency of the amount, and the original amount with its own. Columns of one pair share a word: in a report with
 * a posted and a transaction amount, `Transaction Currency` is not that of the posted one.
 */
export function currencyColumns(picker: Picker, amount: number | null): Given {
  const [original] = picker.candidates('originalAmount')
  const originalAmount = original === undefined ? null : picker.take(original)
  const currency = paired(picker, 'currency', amount)
  const originalCurrency =
    paired(picker, 'originalCurrency', originalAmount) ?? paired(picker, 'currency', originalAmount)
  return [
    ['originalAmount', originalAmount],
    ['currency', currency ?? picker.pick('currency')],
    ['originalCurrency', originalCurrency ?? picker.pick('originalCurrency')],
  ]
}

function paired(picker: Picker, meaning: 'currency' | 'originalCurrency', amount: number | null): number | null {
  if (amount === null) return null
  const qualifier = picker.qualifierOf(amount)
  const found = picker.candidates(meaning).find((profile) => picker.qualifierOf(profile.index) === qualifier)
  return found === undefined ? null : picker.take(found)
}
