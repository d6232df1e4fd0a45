import { identifierKey } from '../identifier.ts'
import type { Identifier, IdentifierKind } from '../identifier.ts'
import type { AppClue } from '../observation.ts'

// The harder the key, the earlier: an app keeps its identity when its name changes.
const PRIMARY: readonly IdentifierKind[] = [
  'google-client',
  'entra-app',
  'okta-app',
  'saml-entity',
  'entra-template',
  'domain',
  'name',
  'google-project',
  'descriptor',
]

/** The identifier by which one source tells its apps apart. Throws when the clue has none, which is a connector's bug. */
export function primaryIdentifier(clue: Pick<AppClue, 'identifiers' | 'name'>): Identifier {
  for (const kind of PRIMARY) {
    const found = clue.identifiers.find((identifier) => identifier.kind === kind)
    if (found !== undefined) return found
  }
  throw new Error(`an observation of "${clue.name}" has no identifier`)
}

/** What two observations of one app say together; on difference the smaller text, so that order does not matter. */
export function joinClues(a: AppClue, b: AppClue): AppClue {
  if (a === b) return a
  const identifiers = new Map(
    [...a.identifiers, ...b.identifiers].map((identifier) => [identifierKey(identifier), identifier]),
  )
  return {
    identifiers: [...identifiers].toSorted(([x], [y]) => (x < y ? -1 : 1)).map(([, identifier]) => identifier),
    name: smaller(a.name, b.name),
    publisher: smaller(a.publisher, b.publisher),
    publisherVerified: a.publisherVerified || b.publisherVerified,
    domains: [...new Set([...a.domains, ...b.domains])].toSorted(),
    ownerTenant: smaller(a.ownerTenant, b.ownerTenant),
    owner: a.owner ?? b.owner,
  }
}

function smaller(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
