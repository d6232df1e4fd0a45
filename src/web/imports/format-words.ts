import type { DateOrder, Delimiter, Sign, StatementNature } from '#core/statement.ts'

type FormatWords = {
  readonly delimiter: Readonly<Record<Delimiter, string>>
  readonly dateOrder: Readonly<Record<DateOrder, string>>
  readonly sign: Readonly<Record<Sign, string>>
  readonly decimal: Readonly<Record<'.' | ',', string>>
  readonly nature: Readonly<Record<StatementNature, string>>
}

/** The values of a format in words. */
export const FORMAT_WORDS: FormatWords = {
  delimiter: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  dateOrder: {
    MDY: 'month first, 12/31/2026',
    DMY: 'day first, 31/12/2026',
    YMD: 'year first, 2026-12-31',
    serial: 'day numbers, as Excel counts',
  },
  sign: {
    'spend-negative': 'money spent has a minus',
    'spend-positive': 'money spent has no sign',
    split: 'debits and credits in two columns',
    'split-signed': 'two columns, debits with a minus',
    direction: 'a column says debit or credit',
  },
  decimal: { '.': 'point, 1.50', ',': 'comma, 1,50' },
  nature: { card: 'a card’s', account: 'a bank account’s', expense: 'an expense report’s' },
}

/** The word for one option of a field; options that are words already, such as currencies, stay as they are. */
export function optionWord(field: string, option: string): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = FORMAT_WORDS
  return words[field]?.[option] ?? option
}
