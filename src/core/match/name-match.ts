import type { Product } from '../catalogue.ts'
import { tokenize } from '../descriptor/token.ts'
import { domainLabel, registrableDomain } from '../domain.ts'
import { fold, LONGEST_TEXT, squeeze } from '../name.ts'
import { isLeading } from './app-decoration.ts'
import type { NameCore } from './app-name.ts'
import { nameCore, phraseAt, readAppName } from './app-name.ts'
import { probability } from './probability.ts'
import { domainProducts } from './domain-products.ts'
import type { Index } from './index-table.ts'
import type { Key, Rarity } from './key.ts'
import { restOdds } from './name-rest.ts'
import { findTypos } from './typos.ts'

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
const SHORTENED = -1.5 // "Calendar" is mostly just a calendar, and no Calendar.com
// One error in a long word is a slip; in a short one it is mostly another word.
const LONG_WORD = 7
const SHORT_TYPO = -0.6
// Names have fewer words; what is longer is a sentence.
const MOST_WORDS = 12
const MOST_LEADING = 4

/** The products that an app's or a tool's name may mean, best first. Reads the first 512 characters. */
export function matchName(name: string, index: Index, rejected: ReadonlySet<string>): readonly Named[] {
  const text = name.slice(0, LONGEST_TEXT)
  const found = new Map<string, Named>()
  const add = (keys: readonly Key[], how: Named['how'], core: NameCore, logOdds: (key: Key) => number | null): void => {
    for (const key of keys) {
      if (rejected.has(key.product.id) || found.has(key.product.id)) continue
      const odds = logOdds(key)
      if (odds === null) continue
      found.set(key.product.id, { product: key.product, key, confidence: probability(odds), how, core })
    }
  }
  const whole = index.keys.get(squeeze(text)) ?? []
  const readings = readAppName(text)
  const first = readings[0] ?? nameCore(text)
  add(whole, 'whole', first, (key) => WHOLE[key.rarity] + plainness(key))
  if (whole.length === 0) {
    readings.forEach((core, at) => {
      const how = core.taglines.length === 0 ? 'core' : 'tagline'
      for (const { begin, end, keys } of spans(core.words, index)) {
        if (found.size > 0) return
        add(keys, how, core, (key) => {
          if (!isLed(core.words.slice(0, begin), key, index)) return null
          const rest = restOdds(key, core, begin, end, index)
          return rest === null || (at > 0 && rest < LATER_PART) ? null : WHOLE[key.rarity] + plainness(key) + rest
        })
      }
    })
  }
  if (found.size === 0) add(siteKeys(text.trim(), index), 'core', first, (key) => WHOLE[key.rarity] + SITE_AS_NAME)
  if (found.size === 0) {
    add(typoKeys(first.core, index), 'typo', first, (key) => {
      const short = key.text.length < LONG_WORD ? SHORT_TYPO : 0
      return WHOLE[key.rarity] + TYPING_ERROR[key.rarity] + short
    })
  }
  // Who names a member does not mean its whole line.
  const all = [...found.values()].filter(
    ({ product }) => !(product.family && [...found.values()].some((other) => other.product.memberOf === product.id)),
  )
  return all.toSorted((a, b) => b.confidence - a.confidence || (a.product.id < b.product.id ? -1 : 1))
}

// "Acme – Slack": what stands before must be nothing but a company's name or a plain decoration.
const LATER_PART = -0.8

type Span = { readonly begin: number; readonly end: number; readonly keys: readonly Key[] }

/** The longest names that begin at the first word, or behind words that may lead. */
function spans(all: readonly string[], index: Index): readonly Span[] {
  const words = all.slice(0, MOST_WORDS)
  const found: Span[] = []
  for (let begin = 0; begin < Math.min(words.length, MOST_LEADING + 1); begin += 1) {
    for (let end = words.length; end > begin; end -= 1) {
      const keys = index.keys.get(words.slice(begin, end).join('')) ?? []
      if (keys.length === 0) continue
      found.push({ begin, end, keys })
      break
    }
  }
  return found
}

/** True where the words before a name are decorations, or name its vendor: "UAT ServiceNow", "Cisco Duo". */
function isLed(before: readonly string[], { product }: Key, index: Index): boolean {
  if (before.length === 0) return true
  const own = index.wordsOf(product)
  if (before.every((word) => own.includes(word))) return true
  for (let at = 0; at < before.length;) {
    const length = phraseAt(before, at, isLeading)
    if (length === 0) return false
    at += length
  }
  return true
}

function plainness(key: Key): number {
  if (GENERIC_NAMES.has(key.text)) return GENERIC
  return key.shortened ? SHORTENED : 0
}

function siteKeys(text: string, index: Index): readonly Key[] {
  const [core = ''] = text.split(/\s/, 1)
  const domain = core.includes('.') ? registrableDomain(core) : null
  if (domain === null || nameCore(text).core.replace(/\s/g, '') !== squeeze(core)) return []
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
