import { registrableDomain, isTelling } from '../domain.ts'
import { googleProject, identifierKey } from '../identifier.ts'
import type { Identifier } from '../identifier.ts'
import { LONGEST_TEXT, squeeze } from '../name.ts'
import type { Product } from '../catalogue.ts'
import type { AppClue } from '../observation.ts'
import type { Index } from './index-table.ts'

/** A product that a hard identifier decides. */
export type Hard = { readonly product: Product; readonly confidence: number; readonly reason: string }

const KNOWN_ID = 0.99
const KNOWN_PROJECT = 0.97 // one publisher, but perhaps another of its products
const CATALOGUE_NAME = 0.97

/** The product of the first identifier that the catalogue knows and that no person rejected; null for none. */
export function hardMatch(clue: AppClue, index: Index, rejected: ReadonlySet<string>): Hard | null {
  for (const identifier of clue.identifiers) {
    const hard = known(identifier, index)
    if (hard !== null && !rejected.has(hard.product.id)) return hard
  }
  return null
}

function known(identifier: Identifier, index: Index): Hard | null {
  const { kind, value } = identifier
  const product = single(index.byIdentifier.get(identifierKey({ kind, value: value.trim() }).toLowerCase()))
  switch (kind) {
    case 'google-client': {
      if (product !== null)
        return { product, confidence: KNOWN_ID, reason: `client ${value} is known to be ${product.name}` }
      const project = googleProject(value)
      const owner = project === null ? null : single(index.byIdentifier.get(`google-project:${project}`))
      if (owner === null) return null
      return { product: owner, confidence: KNOWN_PROJECT, reason: `Google project ${project} belongs to ${owner.name}` }
    }
    case 'okta-app': {
      if (product !== null)
        return { product, confidence: KNOWN_ID, reason: `Okta's catalogue calls ${product.name} "${value}"` }
      return oktaName(value, index)
    }
    case 'entra-app':
    case 'google-project':
    case 'saml-entity':
      return product === null
        ? null
        : { product, confidence: KNOWN_ID, reason: `${kind} ${value} is known to be ${product.name}` }
    case 'domain':
    case 'descriptor':
    case 'name':
      return null
    default:
      return kind satisfies never
  }
}

// Okta names integrations of its catalogue `docusign`, `google_workspace`; instance ids (`0oa…`) and apps that the
// customer made (`acme_slack_1`) are no catalogue names.
function oktaName(value: string, index: Index): Hard | null {
  if (/^0o[a-z]/.test(value) || /_\d+$/.test(value)) return null
  const keys = index.keys.get(squeeze(value.slice(0, LONGEST_TEXT).replace(/_(?:link|saml|oidc|swa)$/, ''))) ?? []
  const product = single([...new Set(keys.map((key) => key.product))])
  return product === null
    ? null
    : { product, confidence: CATALOGUE_NAME, reason: `Okta's catalogue calls it "${value}"` }
}

function single(products: readonly Product[] | undefined): Product | null {
  const [only, ...others] = products ?? []
  return others.length === 0 ? (only ?? null) : null
}

/** All registrable domains that a clue states, SAML entities and domain identifiers included, sorted; hosting services left out. */
export function tellingDomains(clue: AppClue): readonly string[] {
  const stated = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'domain' || kind === 'saml-entity' ? [value] : [],
  )
  const domains = [...clue.domains, ...stated].flatMap((text) => registrableDomain(text) ?? [])
  return [...new Set(domains)].filter(isTelling).toSorted()
}
