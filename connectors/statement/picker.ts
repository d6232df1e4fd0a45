import { RESEMBLING } from './header-words.ts'
import type { HeaderWord } from './header-words.ts'
import { bearsOut } from './profile.ts'
import type { ColumnProfile } from './profile.ts'
import type { Meaning } from './vocabulary.ts'

const KIND_WORDS = new Set('amount amt gross net total incl vat currency cur ccy code type value in'.split(' '))
export const LISTED = RESEMBLING - 1

/** Takes columns for meanings, each column once: the most telling word first, content permitting. */
export class Picker {
  readonly #words: readonly HeaderWord[]
  readonly profiles: readonly ColumnProfile[]
  readonly #taken = new Set<number>()

  constructor(words: readonly HeaderWord[], profiles: readonly ColumnProfile[]) {
    this.#words = words
    this.profiles = profiles
  }

  /** `worst`: the last rank that still counts; `LISTED` leaves words out that only resemble those of the vocabulary. */
  candidates(meaning: Meaning, worst: number = RESEMBLING): readonly ColumnProfile[] {
    return this.profiles
      .filter(
        (profile) => !this.#taken.has(profile.index) && this.#rank(meaning, profile) <= worst && fits(meaning, profile),
      )
      .toSorted(
        (a, b) => Number(b.filled > 0) - Number(a.filled > 0) || this.#rank(meaning, a) - this.#rank(meaning, b),
      )
  }

  /** Columns that nothing was taken for yet. */
  free(): readonly ColumnProfile[] {
    return this.profiles.filter((profile) => !this.#taken.has(profile.index))
  }

  /** True when the vocabulary says anything about the column. */
  isNamed(profile: ColumnProfile): boolean {
    return (this.#words[profile.index]?.meanings.size ?? 0) > 0
  }

  /** True when the vocabulary takes the column for a text about the charge. */
  isText(profile: ColumnProfile): boolean {
    return TEXTS.some((meaning) => this.#rank(meaning, profile) < Infinity)
  }

  /** What sets the column apart from others of its kind: `Posted Amount` and `Posted Currency` are both `posted`. */
  qualifierOf(index: number): string {
    const words = (this.#words[index]?.folded ?? '').split(' ').filter((word) => !KIND_WORDS.has(word))
    return words
      .map((word) => (/^(trx|txn|trans|tran)$/.test(word) ? 'transaction' : word === 'orig' ? 'original' : word))
      .join(' ')
  }

  currencyOf(profile: ColumnProfile): string | null {
    return this.#words[profile.index]?.currency ?? null
  }

  take(profile: ColumnProfile): number {
    this.#taken.add(profile.index)
    return profile.index
  }

  pick(meaning: Meaning): number | null {
    const [best] = this.candidates(meaning)
    return best === undefined ? null : this.take(best)
  }

  #rank(meaning: Meaning, profile: ColumnProfile): number {
    return this.#words[profile.index]?.meanings.get(meaning) ?? Infinity
  }
}

const DATES: readonly Meaning[] = ['postDate', 'transactionDate', 'valueDate']
const MONEY: readonly Meaning[] = ['amount', 'debit', 'credit', 'originalAmount', 'balance', 'fee']
const CURRENCIES: readonly Meaning[] = ['currency', 'originalCurrency']
const TEXTS: readonly Meaning[] = ['descriptor', 'descriptorMore', 'merchant', 'vendor']

function fits(meaning: Meaning, profile: ColumnProfile): boolean {
  const { filled, directions } = profile
  if (DATES.includes(meaning)) return bearsOut(profile.dates + profile.serials, profile)
  if (MONEY.includes(meaning)) return bearsOut(profile.amounts, profile)
  if (CURRENCIES.includes(meaning)) return bearsOut(profile.currencies, profile)
  if (TEXTS.includes(meaning)) {
    return bearsOut(filled - profile.amounts - profile.dates, profile) && (filled === 0 || directions < 0.9 * filled)
  }
  if (meaning === 'direction') return filled > 0 && directions >= 0.9 * filled
  return meaning !== 'mcc' || bearsOut(profile.mccs, profile)
}
