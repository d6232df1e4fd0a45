import type { GrantObservation, SignInObservation } from '#core/observation.ts'
import { grant, grantKey } from './convert.ts'

type Consents = { authorized: SignInObservation[]; revokedAt: string }

/**
 * Grants worked out from the token log, where tokens themselves may not be listed: what a person authorised and did not
 * revoke later, and what a person uses whose consent is older than the log. Scopes are those of all consents since the
 * last revocation; of an older consent they are not known. Does not depend on the order of the events.
 */
export class RebuiltGrants {
  readonly #byKey = new Map<string, Consents>()

  readonly #used = new Map<string, SignInObservation>()

  add(event: SignInObservation): void {
    const key = keyOf(event)
    if (event.event === 'api-use') {
      const known = this.#used.get(key)
      if (known === undefined || byTimeThenKey(known, event) < 0) this.#used.set(key, event)
      return
    }
    const consents = this.#byKey.get(key) ?? { authorized: [], revokedAt: '' }
    this.#byKey.set(key, consents)
    if (event.event === 'authorize') consents.authorized.push(event)
    if (event.event === 'revoke' && event.at > consents.revokedAt) consents.revokedAt = event.at
  }

  /** Sorted by key. */
  all(): readonly GrantObservation[] {
    const older = [...this.#used].filter(([key]) => !this.#byKey.has(key))
    const consents: readonly (readonly [string, Consents])[] = [
      ...this.#byKey,
      // A client that reads somebody's data holds a token, however long ago it was given.
      ...older.map(([key, use]): [string, Consents] => [key, { authorized: [{ ...use, scopes: [] }], revokedAt: '' }]),
    ]
    return consents
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, { authorized, revokedAt }]) => {
        // A consent renewed at the instant of a revocation stands: better shown once too often than hidden.
        const standing = authorized.filter(({ at }) => at >= revokedAt).toSorted(byTimeThenKey)
        const last = standing.at(-1)
        if (last === undefined) return []
        const scopes = standing.flatMap((event) => event.scopes)
        return [grant(key, last.person, last.app, scopes)]
      })
  }
}

function keyOf({ person, app }: SignInObservation): string {
  const clientId = app.identifiers.find(({ kind }) => kind === 'google-client')?.value
  if (clientId !== undefined) return grantKey(person, { clientId })
  return grantKey(person, { clientId: 'anonymous', anonymous: true, displayText: app.name })
}

function byTimeThenKey(a: SignInObservation, b: SignInObservation): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.key < b.key ? -1 : 1
}
