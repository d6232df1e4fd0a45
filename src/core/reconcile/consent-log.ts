import { identifierKey } from '../identifier.ts'
import type { AppClue, GrantObservation, SignInObservation } from '../observation.ts'
import { primaryIdentifier } from './clue.ts'

type Latest = { readonly at: string; readonly event: 'authorize' | 'revoke' }

/** What the audit logs say last of each person's consent to each app. The same for any order of events. */
export class ConsentLog {
  readonly #latest = new Map<string, Latest>()

  /** Events of other kinds are left aside. */
  add({ app, person, at, event }: SignInObservation): void {
    if (event !== 'authorize' && event !== 'revoke') return
    const key = keyOf(app, person)
    const known = this.#latest.get(key)
    if (known === undefined || at > known.at || (at === known.at && event === 'revoke')) {
      this.#latest.set(key, { at, event })
    }
  }

  /** True for a consent that the last read did not show, and that was taken back after a read had shown it. */
  isRevoked(grant: GrantObservation): boolean {
    if (grant.person === null) return false
    const latest = this.#latest.get(keyOf(grant.app, grant.person))
    if (latest?.event !== 'revoke') return false
    // One that is missing since a complete read may have been revoked at any time before that.
    return grant.missingSince !== undefined || latest.at > (grant.notRecheckedSince ?? latest.at)
  }
}

function keyOf(app: AppClue, person: string): string {
  return `${identifierKey(primaryIdentifier(app))}|${person.toLowerCase()}`
}
