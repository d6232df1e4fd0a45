import type { Product } from '../catalogue.ts'
import { tokenize } from '../descriptor/token.ts'
import { fold, LONGEST_TEXT, squeeze } from '../name.ts'
import type { NameCore } from './app-name.ts'
import { nameCore } from './app-name.ts'
import { findTypos } from './block.ts'
import type { Index } from './index-table.ts'
import type { Key, Rarity } from './key.ts'
import { probability } from './weigh.ts'

/** A product that a name may mean, with how the name says so. */
export type Named = {
  readonly product: Product
  readonly key: Key
  readonly confidence: number
  readonly how: 'whole' | 'core' | 'tagline' | 'typo'
  readonly core: NameCore
}

// Log-odds that an app or tool of exactly this name is the product. Names of apps name software, so that even an everyday
// word says much; what was taken off is known to be no other product, so that little is lost by it.
const WHOLE: Readonly<Record<Rarity, number>> = { rare: 4.8, fair: 3.9, common: 3.3 }
const SUFFIX_OFF: Readonly<Record<Rarity, number>> = { rare: -0.3, fair: -0.5, common: -0.1 }
const TAGLINE_OFF: Readonly<Record<Rarity, number>> = { rare: -1, fair: -1.8, common: -3 } // "Front: a door company"
const TYPING_ERROR: Readonly<Record<Rarity, number>> = { rare: -1.7, fair: -2.8, common: -3.8 }
const SHORTENED = -1.5 // "Calendar" is mostly just a calendar, and no Calendar.com
// One error in a long word is a slip; in a short one it is mostly another word.
const LONG_WORD = 7
const SHORT_TYPO = -0.6

/** The products that an app's or a tool's name may mean, best first. Reads the first 512 characters. */
export function matchName(name: string, index: Index, rejected: ReadonlySet<string>): readonly Named[] {
  const text = name.slice(0, LONGEST_TEXT)
  const core = nameCore(text)
  const found = new Map<string, Named>()
  const add = (keys: readonly Key[], how: Named['how'], logOdds: (key: Key) => number): void => {
    for (const key of keys) {
      if (rejected.has(key.product.id) || found.has(key.product.id)) continue
      found.set(key.product.id, { product: key.product, key, confidence: probability(logOdds(key)), how, core })
    }
  }
  const whole = index.keys.get(squeeze(text)) ?? []
  add(whole, 'whole', (key) => WHOLE[key.rarity] + (key.shortened ? SHORTENED : 0))
  if (whole.length === 0) {
    const how = core.tagline === null ? 'core' : 'tagline'
    const off = how === 'core' ? SUFFIX_OFF : TAGLINE_OFF
    add(index.keys.get(squeeze(core.core)) ?? [], how, (key) => WHOLE[key.rarity] + off[key.rarity])
  }
  if (found.size === 0) {
    const typos = typoKeys(core.core, index)
    add(
      typos,
      'typo',
      (key) => WHOLE[key.rarity] + TYPING_ERROR[key.rarity] + (key.text.length < LONG_WORD ? SHORT_TYPO : 0),
    )
  }
  return [...found.values()].toSorted((a, b) => b.confidence - a.confidence || (a.product.id < b.product.id ? -1 : 1))
}

function typoKeys(core: string, index: Index): readonly Key[] {
  const tokens = tokenize(fold(core))
  const offsets = [0]
  let joined = ''
  for (const token of tokens) offsets.push((joined += token.text).length)
  return findTypos({ tokens, offsets, joined, start: 0, billing: null }, index).flatMap(({ key, to }) =>
    key !== null && to === tokens.length ? [key] : [],
  )
}
