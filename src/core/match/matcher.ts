import type { Catalogue } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import type { Judgement } from '../judgement.ts'
import { matchAny } from './any-match.ts'
import { matchApp } from './app-match.ts'
import { matchDescriptor } from './descriptor-match.ts'
import { matchBeside } from './gallery-match.ts'
import type { Gallery } from './gallery.ts'
import { buildGallery } from './gallery.ts'
import { buildIndex } from './index-table.ts'
import type { Index } from './index-table.ts'
import type { Judgements } from './judged.ts'
import { statedMatch, statedTable } from './stated.ts'
import type { Stated } from './stated.ts'
import { judgedMatch, judgementTable, rejectedProducts } from './judged.ts'
import { judgedLevels } from './judged-keys.ts'
import { settle } from './settle.ts'
import { withOpenConfidence } from './open-confidence.ts'
import type { Identity, Match, Matcher } from './match.ts'

// Distinct identities remembered; a company has a few thousand, and a scan of strangers must not fill the memory.
const REMEMBERED = 100_000
const NOTHING: ReadonlySet<string> = new Set()

/**
 * Resolves identities to products of the catalogue, people's judgements first, then what the company states of charge
 * texts, and what the catalogue does not know to apps of a gallery. Deterministic, whatever the order of catalogue,
 * judgements, gallery and calls; never throws on any text; repeated identities cost one look-up.
 */
export function createMatcher(
  catalogue: Catalogue,
  options: { readonly judgements?: readonly Judgement[]; readonly gallery?: readonly GalleryEntry[] } = {},
): Matcher {
  const index = buildIndex(catalogue)
  const { gallery: entries = [] } = options
  const gallery = entries.length === 0 ? null : buildGallery(entries, index)
  const products = gallery?.shelf.products ?? index.products
  const judgements = judgementTable(options.judgements ?? [], index)
  const stated = statedTable(catalogue.descriptors ?? [], index)
  const tables: Tables = { index, gallery, shelf: gallery?.shelf ?? index, judgements, stated }
  const remembered = new Map<string, Map<string, Match>>()
  let count = 0
  return {
    match(identity) {
      const setting = settingOf(identity)
      const texts = textsOf(remembered, setting)
      const text = identity.kind === 'app' ? JSON.stringify(identity.clue) : identity.text
      const known = texts.get(text)
      if (known !== undefined) return known
      const found = resolve(identity, tables)
      if (count >= REMEMBERED) {
        for (const each of remembered.values()) each.clear()
        count = 0
      }
      texts.set(text, found)
      count += 1
      return found
    },
    product: (id) => products.get(id) ?? null,
    decided: judgements.apps,
  }
}

function textsOf(remembered: Map<string, Map<string, Match>>, setting: string): Map<string, Match> {
  const known = remembered.get(setting)
  if (known !== undefined) return known
  const texts = new Map<string, Match>()
  remembered.set(setting, texts)
  return texts
}

// Texts are remembered apart by what else was known: joining it to the text would cost more than the look-up.
function settingOf(identity: Identity): string {
  switch (identity.kind) {
    case 'descriptor': {
      const { mcc, recurring, amountMinor } = identity
      if (mcc === null && recurring === null && amountMinor === null) return 'descriptor'
      // Of the amount, only whether it looks like the price of a plan is read.
      const cents = amountMinor === null ? '' : Math.abs(amountMinor) % 100
      return `descriptor/${mcc ?? ''}/${recurring ?? ''}/${cents}`
    }
    case 'any':
      return 'any'
    case 'app':
      return identity.via
    default:
      return identity satisfies never
  }
}

type Tables = {
  readonly index: Index
  readonly gallery: Gallery | null
  /** The products of catalogue and gallery. */
  readonly shelf: Pick<Index, 'products'>
  readonly judgements: Judgements
  readonly stated: Stated
}

function resolve(identity: Identity, tables: Tables): Match {
  const { index, shelf, judgements } = tables
  if (judgements.none) return matchAlone(identity, tables, NOTHING)
  const levels = judgedLevels(identity, index)
  const rejected = rejectedProducts(levels, judgements)
  const judged = judgedMatch(levels, judgements, shelf)
  if (judged === null) return settle(matchAlone(identity, tables, rejected), rejected, judgements, shelf)
  if (identity.kind === 'app' && judgedMatch(levels.slice(0, -1), judgements, shelf) === null) {
    // Only its name was judged, and a name never overrules what contradicts it.
    const match = matchAlone(identity, tables, rejected)
    if (match.contradiction !== null) return settle(match, rejected, judgements, shelf)
  }
  return settle(judged, NOTHING, judgements, shelf)
}

function matchAlone(identity: Identity, { index, gallery, stated }: Tables, rejected: ReadonlySet<string>): Match {
  const said = identity.kind === 'app' ? null : statedMatch(identity.text, stated, index, rejected)
  if (said !== null) return said
  const match = matchCatalogue(identity, index, rejected)
  const found = gallery === null ? match : matchBeside(identity, match, index, gallery, rejected)
  return withOpenConfidence(found, identity)
}

function matchCatalogue(identity: Identity, index: Index, rejected: ReadonlySet<string>): Match {
  switch (identity.kind) {
    case 'descriptor':
      return matchDescriptor(identity, index, rejected)
    case 'app':
      return matchApp(identity, index, rejected)
    case 'any':
      return matchAny(identity.text, index, rejected)
    default:
      return identity satisfies never
  }
}
