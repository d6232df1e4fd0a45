import type { Catalogue } from '../catalogue.ts'
import { identifierKey } from '../identifier.ts'
import type { GalleryEntry } from '../gallery.ts'
import type { Judgement } from '../judgement.ts'
import type { Match } from '../match/match.ts'
import { createMatcher } from '../match/matcher.ts'
import type { Source } from '../observation.ts'
import { primaryIdentifier } from '../reconcile/clue.ts'
import type { Gathered } from '../reconcile/gather.ts'
import type { ResolvedApp, ResolvedDescriptor } from '../reconcile/group.ts'
import { ownDomains } from '../reconcile/own-domains.ts'
import { resolveApps, resolveDescriptors } from '../reconcile/resolve.ts'

/** A distinct identity of the history with what it is taken for. */
export type Identified = {
  readonly source: Source
  readonly text: string
  readonly match: Match
  /** Of the product that it is taken for; null for none. */
  readonly name: string | null
} & (
  | { readonly what: 'charge'; readonly record: ResolvedDescriptor['record'] }
  | { readonly what: 'app'; readonly record: ResolvedApp['record'] }
)

/** Every distinct identity of a history as detection resolves it with this catalogue and what else is known, by a key of its own. */
export function resolveHistory(
  { people, apps, descriptors }: Gathered,
  catalogue: Catalogue,
  known: { readonly judgements: readonly Judgement[]; readonly gallery: readonly GalleryEntry[] },
): ReadonlyMap<string, Identified> {
  const { products } = catalogue
  const matcher = createMatcher(catalogue, known)
  const nameOf = ({ app }: Match): string | null =>
    app === null ? null : (matcher.product(app)?.name ?? matcher.decided.nameOf(app) ?? app)
  const catalogued = new Set(products.flatMap(({ domains, sharedDomains }) => [...domains, ...sharedDomains]))
  const resolvedApps = resolveApps(apps, matcher, ownDomains(people, catalogued))
  return new Map<string, Identified>([
    ...resolveDescriptors(descriptors, matcher).map(({ record, match }): [string, Identified] => [
      `charge ${record.key}`,
      { what: 'charge', source: 'statement', text: record.descriptor, record, match, name: nameOf(match) },
    ]),
    ...resolvedApps.map(({ record, match }): [string, Identified] => [
      `app ${record.key}`,
      {
        what: 'app',
        source: record.source,
        text: record.clue.name ?? identifierKey(primaryIdentifier(record.clue)),
        record,
        match,
        name: nameOf(match),
      },
    ]),
  ])
}
