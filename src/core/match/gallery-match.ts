import { matchAppBeside } from './gallery-app.ts'
import { unlistedText } from './gallery-any.ts'
import { unlistedCharge } from './gallery-charge.ts'
import type { Gallery } from './gallery.ts'
import type { Index } from './index-table.ts'
import type { Identity, Match } from './match.ts'

/** The match of a catalogue, or what a gallery knows better: what the catalogue decided by hard evidence stays. */
export function matchBeside(
  identity: Identity,
  match: Match,
  index: Index,
  gallery: Gallery,
  rejected: ReadonlySet<string>,
): Match {
  switch (identity.kind) {
    case 'app':
      return matchAppBeside(identity, match, index, gallery, rejected)
    case 'descriptor':
      return match.verdict === 'unknown' ? (unlistedCharge(identity, match, gallery.shelf, rejected) ?? match) : match
    case 'any': {
      const isOpen = match.verdict === 'unknown' || match.verdict === 'ambiguous'
      return isOpen ? (unlistedText(identity.text, match, index, gallery, rejected) ?? match) : match
    }
    default:
      return identity satisfies never
  }
}
