import { isTelling, registrableDomain } from '../domain.ts'
import type { AppClue, PersonObservation } from '../observation.ts'

/**
 * The company's own domains, by its people's addresses. They say nothing of who made an app: what runs at
 * `jira.acme.example` is neither one app with everything else there nor a false Jira. `catalogued` domains stay, for a
 * company that uses what it sells.
 */
export function ownDomains(people: readonly PersonObservation[], catalogued: ReadonlySet<string>): ReadonlySet<string> {
  const domains = people.flatMap((person) => (isGuest(person) ? [] : (registrableDomain(person.email) ?? [])))
  return new Set(domains.filter((domain) => isTelling(domain) && !catalogued.has(domain)))
}

/** The clue without what only says that the company itself runs the app. Its primary identifier stays. */
export function foreignClue(clue: AppClue, own: ReadonlySet<string>): AppClue {
  const isOwn = (text: string): boolean => own.has(registrableDomain(text) ?? '')
  return {
    ...clue,
    identifiers: clue.identifiers.filter(
      ({ kind, value }) => (kind !== 'domain' && kind !== 'saml-entity') || !isOwn(value),
    ),
    domains: clue.domains.filter((domain) => !own.has(domain)),
  }
}

// Entra keeps guests under a name made of their outside address: ana_partner.example#EXT#@acme.onmicrosoft.com.
function isGuest({ aliases }: PersonObservation): boolean {
  return aliases.some((alias) => alias.toLowerCase().includes('#ext#@'))
}
