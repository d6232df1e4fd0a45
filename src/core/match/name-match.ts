import type { Product } from '../catalogue.ts'
import { tokenize } from '../descriptor/token.ts'
import { domainLabel, registrableDomain } from '../domain.ts'
import { fold, LONGEST_TEXT, squeeze } from '../name.ts'
import type { NameCore } from './app-name.ts'
import { nameCore } from './app-name.ts'
import { findTypos } from './block.ts'
import { domainProducts } from './domain-products.ts'
import type { Index } from './index-table.ts'
import type { Key, Rarity } from './key.ts'
import { probability } from './calibrate.ts'

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
const SITE_AS_NAME = 0.5 // "GitLab.com": the site of nobody else
// "Helpdesk", "Calendar": most apps of such a name are what the company made itself.
const GENERIC_NAMES = new Set(
  `helpdesk calendar forms files mail email tasks task notes docs drive chat portal dashboard crm wiki survey surveys tickets ticketing timesheet
   timesheets expenses payroll hr intranet reports reporting invoices inventory orders contacts directory admin login backup test demo`.split(
    /\s+/,
  ),
)
const GENERIC = -1.5
// The bracket says that it is the company's own.
const OWN = /\b(?:internal|in-?house|self-?hosted|private|homegrown|on-?prem(?:ise)?)\b|\.[a-z]{2,}$/i
const OWN_COPY = -3
// Names of AI products before the name of somebody else's tool are the commonest disguise: without anything hard, no merge.
const BORROWED = /^for (?:gmail|google|docs|sheets|slides|outlook|excel|word|chrome|teams|slack|whatsapp)/i
const BORROWED_NAME = -2.5
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
  const doubt = doubtOf(core)
  const whole = index.keys.get(squeeze(text)) ?? []
  add(whole, 'whole', (key) => WHOLE[key.rarity] + plainness(key))
  if (whole.length === 0) {
    const how = core.tagline === null ? 'core' : 'tagline'
    const off = how === 'core' ? SUFFIX_OFF : TAGLINE_OFF
    add(index.keys.get(squeeze(core.core)) ?? [], how, (key) => {
      const isAbused = key.product.ai && core.suffixes.some((suffix) => BORROWED.test(suffix))
      return WHOLE[key.rarity] + off[key.rarity] + plainness(key) + doubt + (isAbused ? BORROWED_NAME : 0)
    })
  }
  if (found.size === 0) add(siteKeys(core.core, index), 'core', (key) => WHOLE[key.rarity] + SITE_AS_NAME)
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

function plainness(key: Key): number {
  if (GENERIC_NAMES.has(key.text)) return GENERIC
  return key.shortened ? SHORTENED : 0
}

function doubtOf({ suffixes }: NameCore): number {
  return suffixes.some((suffix) => OWN.test(suffix)) ? OWN_COPY : 0
}

function siteKeys(core: string, index: Index): readonly Key[] {
  const domain = core.includes('.') && !/\s/.test(core) ? registrableDomain(core) : null
  if (domain === null) return []
  const owners = domainProducts(domain, index)
  return (index.keys.get(domainLabel(domain)) ?? []).filter(({ product }) => owners.includes(product))
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
