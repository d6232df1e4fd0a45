import type { Catalogue } from '../catalogue.ts'
import type { GalleryEntry } from '../gallery.ts'
import { appDecisions } from '../judge/app-decisions.ts'
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
import { remembered } from './remembered.ts'
import { NOTHING_REFUSED, settle } from './settle.ts'
import type { Refused } from './settle.ts'
import { withOpenConfidence } from './open-confidence.ts'
import type { Identity, Match, Matcher } from './match.ts'

const NOTHING: ReadonlySet<string> = new Set()
const NO_DECISIONS = appDecisions([])

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
  const match = remembered((identity) => resolve(identity, tables))
  const parted = { ...tables, judgements: { ...judgements, apps: NO_DECISIONS } }
  return {
    match,
    unmerged: judgements.merged ? remembered((identity) => resolve(identity, parted)) : match,
    refused(identity) {
      return judgements.none ? NOTHING : rejectedProducts(judgedLevels(identity, index), judgements)
    },
    product: (id) => products.get(id) ?? null,
    decided: judgements.apps,
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
  const refused: Refused = {
    apps: rejected,
    answer: () => {
      const { app } = matchAlone(identity, tables, NOTHING)
      return app !== null && rejected.has(app) ? app : null
    },
  }
  if (judged === null) return settle(matchAlone(identity, tables, rejected), refused, judgements, shelf)
  if (identity.kind === 'app' && judgedMatch(levels.slice(0, -1), judgements, shelf) === null) {
    // Only its name was judged, and a name never overrules what contradicts it.
    const match = matchAlone(identity, tables, rejected)
    if (match.contradiction !== null) return settle(match, refused, judgements, shelf)
  }
  return settle(judged, NOTHING_REFUSED, judgements, shelf)
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
