import { isTelling, registrableDomain } from '#core/domain.ts'
import type { PersonObservation, PersonStatus } from '#core/observation.ts'
import type { WireUser } from './wire.ts'

/** What the keys of deleted people begin with: only consents and assignments name them. */
export const STAND_IN_KEYS = 'stand-in:'

/** The key of a listed person. */
export function personKey(id: string): string {
  return `user:${id.toLowerCase()}`
}

/**
 * A directory entry as a person, or null when it has no address at all. The e-mail is `mail`; a guest without one gets
 * the outside address that the guest's UPN was made of; else the UPN. All other addresses are aliases, but for private
 * mailboxes among `otherMails`, which a household may share.
 */
export function personOf(user: WireUser): PersonObservation | null {
  const addresses = [
    user.mail,
    guestAddress(user.userPrincipalName),
    user.userPrincipalName,
    ...user.proxyAddresses.map(smtpAddress),
    ...user.otherMails.filter(isOfACompany),
  ].flatMap((address) => (address === null || address.trim() === '' ? [] : [address.trim().toLowerCase()]))
  const [email, ...others] = new Set(addresses)
  if (email === undefined) return null
  return {
    kind: 'person',
    key: personKey(user.id),
    source: 'microsoft',
    email,
    aliases: others.toSorted(),
    sourceId: user.id.toLowerCase(),
    name: user.displayName,
    status: statusOf(user.accountEnabled),
    department: user.department,
    costCentre: user.employeeOrgData?.costCenter ?? null,
  }
}

/**
 * Somebody who holds a consent or an assignment and whom the directory does not list: the object id stands in for the
 * e-mail that nobody knows. `deleted` after a complete reading of the users, else `unknown`.
 */
export function unlistedPerson(id: string, name: string | null, status: 'deleted' | 'unknown'): PersonObservation {
  return {
    kind: 'person',
    // Neither the key of the listed person nor that of somebody known to be deleted: what an earlier read knew better
    // must not be replaced.
    key: `${status === 'deleted' ? STAND_IN_KEYS : 'unlisted:'}${id.toLowerCase()}`,
    source: 'microsoft',
    email: id.toLowerCase(),
    aliases: [],
    name,
    status,
    department: null,
    costCentre: null,
  }
}

function statusOf(accountEnabled: boolean | null): PersonStatus {
  if (accountEnabled === null) return 'unknown'
  return accountEnabled ? 'active' : 'suspended'
}

/**
 * The registrable domains of a member's own addresses, which are the company's; none of a guest's. `otherMails` are
 * private or another company's.
 */
export function companyDomains(user: WireUser): readonly string[] {
  if (guestAddress(user.userPrincipalName) !== null) return []
  const domains = [user.userPrincipalName, user.mail].map((address) => registrableDomain(address ?? ''))
  return domains.filter((domain) => domain !== null && isTelling(domain)).map(String)
}

/** `ana_partner.example#EXT#@acme.onmicrosoft.com` -> `ana@partner.example`; domains hold no underscore. */
function guestAddress(userPrincipalName: string | null): string | null {
  const guest = /^(?<local>.+)_(?<domain>[^_]+\.[^_]+)#EXT#@/i.exec(userPrincipalName ?? '')?.groups
  return guest === undefined ? null : `${guest['local']}@${guest['domain']}`
}

function isOfACompany(address: string): boolean {
  return isTelling(registrableDomain(address) ?? address)
}

/** Proxy addresses hold other kinds, too (`X500:`, `SIP:`). */
function smtpAddress(proxyAddress: string): string | null {
  return /^smtp:(.+)$/i.exec(proxyAddress)?.[1] ?? null
}
