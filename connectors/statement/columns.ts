import type { Question } from '#core/file-reader.ts'
import type { ColumnRole } from '#core/statement.ts'
import { amountColumns } from './amount-columns.ts'
import { descriptorColumns } from './descriptor-columns.ts'
import type { HeaderWord } from './header-words.ts'
import { Picker } from './picker.ts'
import type { ColumnProfile } from './profile.ts'

export type Columns = {
  readonly roles: ReadonlyMap<ColumnRole, number>
  readonly questions: readonly Question[]
}

/** Gives every column its role, by its header and by what is in it. `rows` are cells of rows to look at. */
export function assignColumns(
  words: readonly HeaderWord[],
  profiles: readonly ColumnProfile[],
  rows: readonly (readonly string[])[],
): Columns {
  const picker = new Picker(words, profiles)
  const roles = new Map<ColumnRole, number>()
  const give = (role: ColumnRole, index: number | null): void => {
    if (index !== null) roles.set(role, index)
  }
  for (const [role, index] of dateColumns(picker)) give(role, index)
  const money = amountColumns(picker, rows)
  for (const [role, index] of money.roles) give(role, index)
  give('mcc', picker.pick('mcc'))
  give('status', picker.pick('status'))
  give('type', picker.pick('type'))
  give('person', picker.pick('personEmail') ?? picker.pick('person'))
  give('account', picker.pick('account'))
  give('department', picker.pick('department'))
  give('costCentre', picker.pick('costCentre'))
  give('category', picker.pick('category'))
  for (const [role, index] of descriptorColumns(picker, words.length > 0)) give(role, index)
  give('reference', picker.pick('reference'))
  return { roles, questions: money.questions }
}

function dateColumns(picker: Picker): readonly (readonly [ColumnRole, number | null])[] {
  const post = picker.pick('postDate')
  const transaction = picker.pick('transactionDate')
  const value = picker.pick('valueDate')
  const [first, second] = [post, transaction, value].filter((index) => index !== null)
  if (first !== undefined)
    return [
      ['date', first],
      ['transactionDate', second ?? null],
    ]
  const dated = picker.free().filter((profile) => profile.filled > 0 && profile.dates >= 0.8 * profile.filled)
  const fullest = dated.toSorted((a, b) => b.filled - a.filled || a.index - b.index)
  return fullest.slice(0, 2).map((profile, nth) => [nth === 0 ? 'date' : 'transactionDate', picker.take(profile)])
}
