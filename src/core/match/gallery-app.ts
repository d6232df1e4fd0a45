import type { GalleryEntry } from '../gallery.ts'
import { squeeze } from '../name.ts'
import { matchApp } from './app-match.ts'
import { nameCore } from './app-name.ts'
import { rounded } from './explain.ts'
import type { Gallery } from './gallery.ts'
import { hardMatch } from './hard-match.ts'
import type { Index } from './index-table.ts'
import type { AppIdentity, Match } from './match.ts'
import { result } from './result.ts'

// A gallery lists one of the apps of a name; who else is called so, it does not say.
const RARE_NAME = 0.965
const FAIR_NAME = 0.95
const OWN_DOMAIN = 0.97
// Less than a whole name says: "Intranet", "Helpdesk" and the like are what companies call their own.
const LEAST_NAME = 0.966

/**
 * Resolves an app where a gallery says more than the catalogue, which said `found`: it was set up from a template, or
 * the catalogue knows nothing of its domain and name.
 */
export function matchAppBeside(
  identity: AppIdentity,
  found: Match,
  index: Index,
  { shelf, named }: Gallery,
  rejected: ReadonlySet<string>,
): Match {
  const { clue } = identity
  const template = clue.identifiers.find(({ kind }) => kind === 'entra-template')?.value ?? null
  const hard = template === null || hardMatch(clue, index, rejected) !== null ? null : hardMatch(clue, shelf, rejected)
  if (hard !== null && hard.product.fromGallery !== true) return bySetUp(hard)
  // The gallery knows what the app is called; the label that it bears here is free text.
  const entry = named.get(template ?? '') ?? null
  const match = entry === null ? found : matchApp(setUpAs(identity, entry), index, rejected)
  if (hard !== null && !isEvidence(match)) return bySetUp(hard)
  return isOpen(identity, match, index) ? (unlistedApp(identity, shelf, rejected) ?? match) : match
}

/** An app of the gallery alone; null where nothing but an ordinary name speaks for it. */
export function unlistedApp(identity: AppIdentity, shelf: Index, rejected: ReadonlySet<string>): Match | null {
  const match = matchApp(identity, shelf, rejected)
  if (match.verdict !== 'match') return null
  const reasons = (): readonly string[] => [
    ...match.reasons,
    "the catalogue does not know it; Microsoft's gallery does",
  ]
  if (match.attribution !== 'name-only') return lowered(match, OWN_DOMAIN, reasons)
  if (match.confidence < LEAST_NAME) return null
  const isRare = isRareName(identity.clue.name ?? '', match.app, shelf)
  if (!isRare && identity.via === 'oauth') return null
  return lowered(match, isRare ? RARE_NAME : FAIR_NAME, reasons)
}

function isRareName(name: string, app: string | null, { keys }: Index): boolean {
  const found = [name, nameCore(name).core].flatMap((text) => keys.get(squeeze(text)) ?? [])
  return found.some(({ product, rarity }) => product.id === app && rarity === 'rare')
}

function lowered(match: Match, most: number, reasons: () => readonly string[]): Match {
  return result({ ...match, confidence: Math.min(match.confidence, most), reasons })
}

function bySetUp({ product, confidence, reason }: NonNullable<ReturnType<typeof hardMatch>>): Match {
  return result({
    verdict: 'match',
    app: product.id,
    family: product.family,
    confidence: rounded(confidence),
    attribution: 'identifier',
    softwareLikelihood: 1,
    reasons: () => [reason],
  })
}

function setUpAs(identity: AppIdentity, { name, publisher }: GalleryEntry): AppIdentity {
  const { clue } = identity
  return { ...identity, via: 'sso', clue: { ...clue, name, publisher: clue.publisher ?? publisher } }
}

function isEvidence({ verdict, attribution }: Match): boolean {
  return verdict === 'match' && (attribution === 'domain' || attribution === 'identifier')
}

/** True where the catalogue knows neither domain nor name: at most a name that is spelt nearly so. */
function isOpen({ clue: { name, domains } }: AppIdentity, match: Match, { keys, owners, sharers }: Index): boolean {
  if (match.contradiction !== null || match.verdict === 'match') return false
  if (match.verdict === 'unknown') return true
  const names = name === null ? [] : [name, nameCore(name).core]
  return (
    !names.some((text) => keys.has(squeeze(text))) &&
    !domains.some((domain) => owners.has(domain) || sharers.has(domain))
  )
}
