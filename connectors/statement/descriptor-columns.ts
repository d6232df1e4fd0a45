import type { ColumnRole } from '#core/statement.ts'
import { RESEMBLING } from './header-words.ts'
import { LISTED } from './picker.ts'
import type { Picker } from './picker.ts'
import type { ColumnProfile } from './profile.ts'

const ROLES = ['descriptor', 'descriptor2', 'descriptor3', 'descriptor4'] as const satisfies readonly ColumnRole[]

/**
 * The columns whose texts name the merchant, the party first. All of them: a card export's `Payee` is cleaner, its
 * `Description` richer, and a bank's purpose line names who is behind the wallet that was paid.
 */
export function descriptorColumns(picker: Picker, hasHeader: boolean): readonly (readonly [ColumnRole, number])[] {
  let chosen: readonly number[] = []
  const choose = (profile: ColumnProfile | undefined): void => {
    if (profile !== undefined && chosen.length < ROLES.length) chosen = [...chosen, picker.take(profile)]
  }
  const vendors = picker.candidates('vendor')
  for (const vendor of vendors.toReversed()) choose(vendor)
  if (vendors.length === 0) {
    const [merchant] = picker.candidates('merchant')
    choose(merchant)
    const [text] = picker.candidates('descriptor', merchant === undefined ? RESEMBLING : LISTED)
    choose(text)
    for (const more of picker.candidates('descriptorMore')) choose(more)
    // Where only the party is named apart, the raw text of a card payment stands in the reference.
    if (merchant !== undefined && text === undefined) choose(picker.candidates('reference').find(isText))
    if (merchant === undefined && text === undefined)
      choose(picker.candidates('note').find(isText) ?? wordiest(picker, hasHeader))
  }
  return chosen.map((index, nth) => [ROLES[nth] ?? 'descriptor', index])
}

function isText(profile: ColumnProfile): boolean {
  return profile.filled > 0 && profile.wordy >= 0.6 * profile.filled && profile.characters / profile.filled >= 6
}

/** Long and varied texts, of a column that no header gives another meaning. */
function wordiest(picker: Picker, hasHeader: boolean): ColumnProfile | undefined {
  const texts = picker.free().filter((profile) => isText(profile) && !(hasHeader && picker.isNamed(profile)))
  return texts.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index)[0]
}

function weight(profile: ColumnProfile): number {
  return (
    (profile.characters / Math.max(1, profile.filled)) *
    (profile.distinct / Math.max(1, Math.min(profile.filled, 200)) + 0.1)
  )
}
