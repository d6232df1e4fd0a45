import type { Catalogue } from '#core/catalogue.ts'
import type { Proposal, ProposedEntry } from '#core/backtest/proposal.ts'
import type { OwnEntries } from './entry.ts'
import { mergeCatalogue } from './merge.ts'
import { extensionWarnings, productWarnings } from './warnings.ts'

/** What entries that are not in the data folder yet would make of the catalogue that is in force. */
export function proposalOf(entries: OwnEntries, before: Catalogue): Proposal {
  const { catalogue: after, problems } = mergeCatalogue(before, entries)
  const inForce = new Set(before.descriptors)
  const descriptors = (after.descriptors ?? []).filter((line) => !inForce.has(line))
  const places = new Map(entries.descriptors.map(({ where, value }) => [value.from, where]))
  return {
    before,
    after,
    entries: proposedEntries(entries, before),
    descriptors: descriptors.map((line) => ({ ...line, where: places.get(line.where) ?? line.where })),
    collisions: problems,
  }
}

function proposedEntries(entries: OwnEntries, before: Catalogue): readonly ProposedEntry[] {
  return [
    ...entries.products.map(({ where, value }) => ({
      where,
      products: [value.id, ...value.replaces],
      warnings: productWarnings(value, before),
    })),
    ...entries.extensions.map(({ where, value }) => ({
      where,
      products: [value.extends],
      warnings: extensionWarnings(value, before),
    })),
    ...[...entries.capabilities, ...entries.intermediaries, ...entries.descriptors].map(({ where }) => ({
      where,
      products: [],
      warnings: [],
    })),
  ]
}
