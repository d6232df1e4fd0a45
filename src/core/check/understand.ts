import Fuse from 'fuse.js'
import type { App } from '../app.ts'
import type { Capability, Catalogue } from '../catalogue.ts'
import type { InventoryEntry } from '../inventory.ts'
import type { Match, Matcher } from '../match/match.ts'

export type Understanding =
  | { readonly as: 'name' | 'domain' | 'descriptor'; readonly app: string | null; readonly reasons: readonly string[] }
  | { readonly as: 'need'; readonly capabilities: readonly Capability[]; readonly reasons: readonly string[] }

export type Known = {
  readonly apps: readonly App[]
  readonly inventory: readonly InventoryEntry[]
  /** The app that an entry is about. */
  readonly appOf: (entry: InventoryEntry) => string
  readonly catalogue: Catalogue
  readonly matcher: Matcher
}

type Named = { readonly name: string; readonly app: string }

// Fuse: 0 is exact. Above this a short name is another word, not a slip of the keyboard.
const SLIP = 0.34
const STOP_WORDS = new Set([
  'a',
  'an',
  'the',
  'for',
  'of',
  'to',
  'and',
  'or',
  'in',
  'on',
  'with',
  'tool',
  'tools',
  'software',
  'app',
  'something',
  'we',
  'need',
  'i',
  'online',
])

/** What somebody means who types a name, pastes a URL or a charge, or says what they need. */
export function understand(query: string, known: Known): Understanding {
  const need = needNamed(query, known.catalogue.capabilities)
  if (need.length > 0) return { as: 'need', capabilities: need, reasons: [`read as a need: ${need[0]?.name}`] }
  const match = known.matcher.match({ kind: 'any', text: query })
  const as = kindOf(query, match)
  if (match.verdict === 'match' && match.app !== null) return { as, app: match.app, reasons: match.reasons }
  const own = ownTool(query, known)
  if (own !== null)
    return { as, app: own.app, reasons: [`"${query}" read as ${own.name}, which the company already lists or uses`] }
  const [best, next] = match.candidates
  if (best !== undefined && (next === undefined || best.confidence > next.confidence)) {
    return { as, app: best.app, reasons: [`"${query}" read as ${best.name}`, ...match.reasons] }
  }
  const slip = as === 'name' ? nearName(query, known) : null
  if (slip !== null) return { as, app: slip.app, reasons: [`"${query}" read as a slip for ${slip.name}`] }
  const described = needDescribed(query, known.catalogue.capabilities)
  if (described.length > 0)
    return { as: 'need', capabilities: described, reasons: [`read as a need: ${described[0]?.name}`] }
  return { as, app: null, reasons: [`"${query}" is not known here, which says nothing against it`] }
}

function kindOf(query: string, match: Match): 'name' | 'domain' | 'descriptor' {
  if (/^(https?:\/\/)?[\w-]+(\.[\w-]+)+([/?#:].*)?$/i.test(query.trim())) return 'domain'
  if (match.attribution === 'domain' && !query.includes(' ')) return 'domain'
  return /[*#]|\d{3}/.test(query) || (query === query.toUpperCase() && query.includes(' ')) ? 'descriptor' : 'name'
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
}

/** Capabilities whose name or one of whose phrases is exactly what was typed. */
function needNamed(query: string, capabilities: readonly Capability[]): Capability[] {
  const typed = words(query).join(' ')
  if (typed === '') return []
  return capabilities.filter(({ id, name, words: phrases }) =>
    [id, name, ...phrases].some((phrase) => words(phrase).join(' ') === typed),
  )
}

/** Capabilities one of whose phrases is covered by what was typed, the fullest cover first. */
function needDescribed(query: string, capabilities: readonly Capability[]): Capability[] {
  const typed = new Set(words(query).map(stem))
  const scored = capabilities.map((capability) => {
    const phrases = [capability.name, ...capability.words].map((phrase) => words(phrase).map(stem))
    const cover = Math.max(0, ...phrases.map((phrase) => coverOf(phrase, typed)))
    return { capability, cover }
  })
  return scored
    .filter(({ cover }) => cover > 0)
    .toSorted((a, b) => b.cover - a.cover || (a.capability.id < b.capability.id ? -1 : 1))
    .slice(0, 3)
    .map(({ capability }) => capability)
}

/** Words of a phrase found, when all of them are; else 0. */
function coverOf(phrase: readonly string[], typed: ReadonlySet<string>): number {
  return phrase.length > 0 && phrase.every((word) => typed.has(word)) ? phrase.length : 0
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(ings?|ers?|es|s)$/, '') : word
}

function ownTool(query: string, known: Known): Named | null {
  const typed = words(query).join(' ')
  return ownNames(known).find(({ name }) => words(name).join(' ') === typed) ?? null
}

function ownNames({ apps, inventory, appOf }: Known): Named[] {
  return [
    ...inventory.map((entry) => ({ name: entry.tool, app: appOf(entry) })),
    ...apps.flatMap((app) => [
      { name: app.name, app: app.id },
      ...(app.domain ? [{ name: app.domain, app: app.id }] : []),
    ]),
  ]
}

function nearName(query: string, known: Known): Named | null {
  const names = [...ownNames(known), ...known.catalogue.products.map(({ name, id }) => ({ name, app: id }))]
  const fuse = new Fuse(names, {
    keys: ['name'],
    threshold: SLIP,
    includeScore: true,
    ignoreLocation: false,
    distance: 20,
  })
  const found = fuse.search(query, { limit: 5 }).filter(({ item }) => Math.abs(item.name.length - query.length) <= 3)
  return found[0]?.item ?? null
}
