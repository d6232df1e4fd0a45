import { domainLabel, hasSoftwareEnding, registrableDomain } from '../domain.ts'
import { fold, LONGEST_TEXT, nameWords, squeeze } from '../name.ts'
import type { IdentifierKind } from '../identifier.ts'
import { matched, nameReasons } from './app-verdict.ts'
import { domainProducts } from './domain-products.ts'
import { ACCEPT } from './decide.ts'
import { matchDescriptor } from './descriptor-match.ts'
import { rounded } from './explain.ts'
import { hardMatch } from './hard-match.ts'
import type { Index } from './index-table.ts'
import type { Key } from './key.ts'
import type { Match } from './match.ts'
import { matchName } from './name-match.ts'
import { result } from './result.ts'
import { typedName } from './typed-name.ts'

const OWN_DOMAIN = 0.99
const UNKNOWN_SOFTWARE_DOMAIN = 0.7
const UNKNOWN_DOMAIN = 0.4
// People who type the name of a tool make slips, unlike machines.
const TYPED = 0.955
const PROPOSE = 0.3
const MOST_PROPOSED = 5
// Capitals are mostly a printed charge, and machines make no slips.
const CAPITALS = /^[^a-z]*$/

/** What a text of which nobody says what it is looks like. */
export type Understood = 'identifier' | 'domain' | 'name' | 'descriptor'

const IDS: readonly (readonly [RegExp, IdentifierKind])[] = [
  [/^\d{6,}-[a-z0-9]+(?:\.apps\.googleusercontent\.com)?$/i, 'google-client'],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'entra-app'],
  [/^urn:\S+$/i, 'saml-entity'],
]
// Marks of a printed charge: an asterisk, columns, long numbers, references, more words than a name has.
const PRINTED = /\*|\s{2,}|\d{3,}|[a-z]\d+[a-z]+\d|\b(?:inc|ltd|llc|gmbh|pty)\b/i

/** Tells an identifier, a domain or URL, a printed charge and a name apart, by form alone. */
export function understand(text: string): Understood {
  const trimmed = text.trim().slice(0, LONGEST_TEXT)
  if (idKind(trimmed) !== null) return 'identifier'
  if (!/\s/.test(trimmed) && registrableDomain(trimmed) !== null && !trimmed.includes('*')) return 'domain'
  if (PRINTED.test(trimmed) || trimmed.split(/\s+/).length > 5) return 'descriptor'
  return 'name'
}

/** The kind of a typed identifier, by its form; null where it is none. */
export function idKind(text: string): IdentifierKind | null {
  return IDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Resolves a text of which nobody says what it is: identifier, domain, name or descriptor, whatever fits best. */
export function matchAny(text: string, index: Index, rejected: ReadonlySet<string>): Match {
  const trimmed = text.trim().slice(0, LONGEST_TEXT)
  const understood = understand(trimmed)
  if (understood === 'identifier') return byIdentifier(trimmed, index, rejected)
  if (understood === 'domain') return byDomain(trimmed, index, rejected)
  const named = byName(trimmed, index, rejected)
  if (named !== null) return named
  const charge = { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null } as const
  const charged = matchDescriptor(charge, index, rejected)
  const isOpen = charged.verdict === 'unknown' || (charged.verdict === 'match' && isWordAlone(trimmed, charged, index))
  return isOpen ? (proposed(trimmed, index, rejected) ?? nearest(trimmed, charged)) : charged
}

// A charge cuts names and adds words; who types one small word means that word: "calendar", "grammar".
function isWordAlone(text: string, { app }: Match, index: Index): boolean {
  if (CAPITALS.test(text)) return false
  const key = (index.keys.get(squeeze(text)) ?? []).find(({ product }) => product.id === app)
  if (nameWords(text).length > 1) return key !== undefined && isSplit(text, key)
  return key === undefined ? index.cuts.startingWith(squeeze(text), LONGEST_TEXT).length > 0 : key.shortened
}

function nearest(text: string, charged: Match): Match {
  if (charged.verdict !== 'match' || charged.app === null) return charged
  const { app, confidence, softwareLikelihood, reasons } = charged
  const candidates = [{ app, name: app, domain: null, confidence: rounded(confidence / 2) }]
  const why = [...reasons, `"${text}" may be the word alone`]
  return result({
    verdict: 'ambiguous',
    confidence: rounded(confidence / 2),
    candidates,
    softwareLikelihood,
    reasons: () => why,
  })
}

// What people type with a slip, or with words behind it, is proposed where nothing else is known.
function proposed(text: string, index: Index, rejected: ReadonlySet<string>): Match | null {
  const named = matchName(text, index, rejected).filter(({ confidence }) => confidence >= PROPOSE)
  const [best] = named
  if (best === undefined) return null
  const candidates = named.slice(0, MOST_PROPOSED).map(({ product: { id, name, domains }, confidence }) => ({
    app: id,
    name,
    domain: domains[0] ?? null,
    confidence: rounded(confidence),
  }))
  return result({
    verdict: 'ambiguous',
    confidence: rounded(best.confidence),
    candidates,
    runnerUp: candidates[1] ?? null,
    softwareLikelihood: rounded(Math.max(best.confidence, UNKNOWN_DOMAIN)),
    reasons: () => nameReasons(best),
  })
}

function byIdentifier(value: string, index: Index, rejected: ReadonlySet<string>): Match {
  const kind = idKind(value) ?? 'name'
  const clue = {
    identifiers: [{ kind, value }],
    name: null,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
  }
  const hard = hardMatch(clue, index, rejected)
  if (hard === null) {
    const reasons = (): readonly string[] => [`the catalogue knows no ${kind} of this value`]
    return result({ verdict: 'unknown', confidence: 0.9, softwareLikelihood: 1, reasons })
  }
  const { product, confidence, reason } = hard
  return matched(product, confidence, 'identifier', [reason])
}

function byDomain(text: string, index: Index, rejected: ReadonlySet<string>): Match {
  const domain = registrableDomain(text) ?? ''
  const products = domainProducts(domain, index).filter(({ id }) => !rejected.has(id))
  const [only, ...others] = products
  if (only !== undefined && others.length === 0) {
    return matched(only, OWN_DOMAIN, 'domain', [`the domain ${domain} belongs to ${only.name}`])
  }
  const near =
    only === undefined ? (index.keys.get(domainLabel(fold(domain))) ?? []).map(({ product }) => product) : products
  const candidates = [...new Set(near)].map(({ id, name, domains }) => ({
    app: id,
    name,
    domain: domains[0] ?? null,
    confidence: rounded(0.5 / near.length),
  }))
  const why =
    only === undefined
      ? `the catalogue does not know the domain ${domain}`
      : `several products share the domain ${domain}`
  return result({
    verdict: candidates.length === 0 ? 'unknown' : 'ambiguous',
    confidence: candidates.length === 0 ? 0.9 : 0.5,
    candidates,
    runnerUp: candidates[1] ?? null,
    softwareLikelihood: hasSoftwareEnding(domain) || candidates.length > 0 ? UNKNOWN_SOFTWARE_DOMAIN : UNKNOWN_DOMAIN,
    reasons: () => [why],
  })
}

function byName(text: string, index: Index, rejected: ReadonlySet<string>): Match | null {
  const [best, second] = matchName(text, index, rejected)
  const isClear = best !== undefined && (second === undefined || second.confidence <= best.confidence / 2)
  if (isClear && best.how !== 'typo' && best.confidence >= ACCEPT && !isSplit(text, best.key))
    return matched(best.product, best.confidence, 'name-only', nameReasons(best))
  if (best !== undefined && best.how !== 'typo') return null
  const typed = typedName(text, index, rejected)
  if (typed === null) return null
  const { product, written } = typed.key
  const as = written === product.name ? product.name : `${product.name} ("${written}")`
  const reason = `the name is ${typed.slips === 1 ? 'one typing error' : 'two typing errors'} away from ${as}`
  return matched(product, TYPED, 'name-only', [reason])
}

// "green house" is two everyday words and no Greenhouse.
function isSplit(text: string, key: Key): boolean {
  return key.rarity === 'common' && nameWords(text).length > key.words
}
