import { isTelling, registrableDomain } from '../domain.ts'
import { LONGEST_TEXT } from '../name.ts'
import type { AppClue } from '../observation.ts'
import { customerHostDomain } from './entity-host.ts'

/** The domains that a clue states, by what they are worth. */
export type StatedDomains = {
  /** Registrable, sorted: they say who made the app. */
  readonly telling: readonly string[]
  /** Hosts at hosting and login services, and what is no domain at all; sorted. A bare service says nothing and is left out. */
  readonly hosts: readonly string[]
}

/** The domains that a clue states, SAML entities and domain identifiers included. */
export function statedDomains(clue: AppClue): StatedDomains {
  const stated = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'domain' || (kind === 'saml-entity' && value.includes('.')) ? [value] : [],
  )
  const ofCustomers = clue.identifiers.flatMap(({ kind, value }) =>
    kind === 'saml-entity' ? (customerHostDomain(value) ?? []) : [],
  )
  const telling = new Set<string>(ofCustomers)
  const hosts = new Set<string>()
  for (const text of [...clue.domains, ...stated]) {
    const domain = registrableDomain(text)
    const host = hostOf(text)
    if (domain !== null && isTelling(domain) && !HOSTED.test(host)) telling.add(domain)
    else if (host !== '' && host !== domain) hosts.add(host)
  }
  return { telling: [...telling].toSorted(), hosts: [...hosts].toSorted() }
}

// Pages and scripts that anybody puts there, under a domain that is a product's own.
const HOSTED = /^(?:script|sites)\.google\.com$/

function hostOf(text: string): string {
  const host = text
    .trim()
    .slice(0, LONGEST_TEXT)
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]*:\/\//, '')
  return host.replace(/[/?#:].*$/s, '').replace(/^.*@/, '')
}
