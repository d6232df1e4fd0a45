import type { PersonObservation } from '#core/observation.ts'
import { unlistedPerson } from './person.ts'

/** Object id to e-mail of everybody in the tenant: consents and assignments name people by object id only. */
export interface Directory {
  /** False when the person is known already. */
  add(id: string, email: string): boolean
  addOwnDomains(domains: readonly string[]): void
  /** A person of whom the directory holds a record that cannot be used. */
  addUnreadable(id: string): void
  /** The company's own domains, as far as people were read. */
  ownDomains(): ReadonlySet<string>
  /** All users were read: whoever is not among them does not exist any more. */
  markComplete(): void
  /** The e-mail of a holder. `introduce` is the stand-in for somebody not listed, the first time it is needed. */
  holder(id: string, name: string | null): { readonly email: string; readonly introduce: PersonObservation | null }
}

export function createDirectory(): Directory {
  const emails = new Map<string, string>()
  const unreadable = new Set<string>()
  const domains = new Set<string>()
  let complete = false
  return {
    add(id, email) {
      const key = id.toLowerCase()
      if (emails.has(key)) return false
      emails.set(key, email)
      return true
    },
    addOwnDomains(found) {
      for (const domain of found) domains.add(domain)
    },
    ownDomains: () => domains,
    addUnreadable(id) {
      unreadable.add(id.toLowerCase())
    },
    markComplete() {
      complete = true
    },
    holder(id, name) {
      const key = id.toLowerCase()
      const email = emails.get(key)
      if (email !== undefined) return { email, introduce: null }
      const person = unlistedPerson(key, name, complete && !unreadable.has(key) ? 'deleted' : 'unknown')
      emails.set(key, person.email)
      return { email: person.email, introduce: person }
    },
  }
}
