import { getDomain } from 'tldts'
import { googleProject } from '#core/identifier.ts'
import type { Identifier } from '#core/identifier.ts'
import type { AppClue } from '#core/observation.ts'
import { ownerOf } from './owner.ts'

const NOTHING_SAID = { publisher: null, publisherVerified: false, ownerTenant: null } as const

/**
 * The app behind an OAuth client. Clients that are not registered with Google share the id `anonymous`, which
 * identifies nobody: they have only their name.
 */
export function clientClue(clientId: string, displayName: string | null, anonymous: boolean): AppClue {
  const name = nameOf(displayName, clientId)
  if (anonymous) {
    const identifiers: readonly Identifier[] = [{ kind: 'name', value: name ?? clientId }]
    return { ...NOTHING_SAID, identifiers, name, domains: [], owner: null }
  }
  const project = googleProject(clientId)
  const identifiers: Identifier[] = [{ kind: 'google-client', value: clientId }]
  if (project !== null) identifiers.push({ kind: 'google-project', value: project })
  return { ...NOTHING_SAID, identifiers, name, domains: domainsOf(clientId), owner: ownerOf(clientId, name) }
}

/** The service provider that somebody signed in to by SAML. */
export function samlClue(entity: string | null, applicationName: string | null): AppClue | null {
  const name = nameOf(applicationName, null)
  const identifiers: Identifier[] = []
  if (entity !== null) identifiers.push({ kind: 'saml-entity', value: entity })
  if (name !== null) identifiers.push({ kind: 'name', value: name })
  if (identifiers.length === 0) return null
  return { ...NOTHING_SAID, identifiers, name, domains: [], owner: null }
}

// A console that has no name for a client prints its id instead.
function nameOf(text: string | null, clientId: string | null): string | null {
  const name = text?.trim() ?? ''
  return name === '' || name === clientId ? null : name
}

// The ids of OAuth 1.0 clients were the domains they had been registered under, verified by Google.
function domainsOf(clientId: string): readonly string[] {
  if (/\.googleusercontent\.com$/i.test(clientId)) return []
  const domain = getDomain(clientId)
  return domain === null ? [] : [domain]
}
