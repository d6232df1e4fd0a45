import type { Catalogue } from '../catalogue.ts'
import { identifierKey } from '../identifier.ts'
import type { Match, Matcher } from '../match/match.ts'
import type { Source } from '../observation.ts'
import { primaryIdentifier } from '../reconcile/clue.ts'
import type { Gathered } from '../reconcile/gather.ts'
import type { ResolvedApp, ResolvedDescriptor } from '../reconcile/group.ts'
import { ownDomains } from '../reconcile/own-domains.ts'
import { resolveApps, resolveDescriptors } from '../reconcile/resolve.ts'

/** A distinct identity of the history with what it is taken for. */
export type Identified = { readonly source: Source; readonly text: string; readonly match: Match } & (
  | { readonly what: 'charge'; readonly record: ResolvedDescriptor['record'] }
  | { readonly what: 'app'; readonly record: ResolvedApp['record'] }
)

/** Every distinct identity of a history as detection resolves it with this catalogue, by a key of its own. */
export function resolveHistory(
  { people, apps, descriptors }: Gathered,
  { products }: Catalogue,
  matcher: Matcher,
): ReadonlyMap<string, Identified> {
  const catalogued = new Set(products.flatMap(({ domains, sharedDomains }) => [...domains, ...sharedDomains]))
  const resolvedApps = resolveApps(apps, matcher, ownDomains(people, catalogued))
  return new Map<string, Identified>([
    ...resolveDescriptors(descriptors, matcher).map(({ record, match }): [string, Identified] => [
      `charge ${record.key}`,
      { what: 'charge', source: 'statement', text: record.descriptor, record, match },
    ]),
    ...resolvedApps.map(({ record, match }): [string, Identified] => [
      `app ${record.key}`,
      {
        what: 'app',
        source: record.source,
        text: record.clue.name ?? identifierKey(primaryIdentifier(record.clue)),
        record,
        match,
      },
    ]),
  ])
}
