import { DATE_ORDERS, SIGNS, STATEMENT_NATURES } from '#core/statement.ts'
import type { StatementFormat } from '#core/statement.ts'
import { address } from '../address.ts'
import { selectField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { optionWord } from './format-words.ts'

/** Changes how the file is read, where it was read wrongly. */
export function correctionForm(id: string, format: StatementFormat): Html {
  const choice = (label: string, name: 'dateOrder' | 'sign' | 'decimal' | 'nature', options: readonly string[]): Html =>
    selectField({
      label,
      name,
      value: format[name] ?? '',
      options: [
        ...(format[name] === null ? [['', 'Not known'] as const] : []),
        ...options.map((option) => [option, optionWord(name, option)] as const),
      ],
    })
  return html`<details class="panel">
    <summary>Something is wrong</summary>
    <form method="post" action="${address.preview(id)}">
      ${choice('Dates', 'dateOrder', DATE_ORDERS)} ${choice('Sign', 'sign', SIGNS)}
      ${choice('Decimals', 'decimal', ['.', ','])} ${choice('Whose book', 'nature', STATEMENT_NATURES)}
      ${textField({ label: 'Currency', name: 'currency', value: format.currency ?? '', hint: 'For rows that do not say it: EUR, USD, …' })}
      <button type="submit">Read it so</button>
    </form>
  </details>`
}
