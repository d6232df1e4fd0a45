import { identifierKey } from '#core/identifier.ts'
import type { SignInObservation } from '#core/observation.ts'

/**
 * Keeps the latest use of each app by each person: the logs hold every API call of half a year, and what is asked of
 * them is when somebody last used something. Does not depend on the order of the events.
 */
export class LatestUse {
  readonly #latest = new Map<string, SignInObservation>()

  add(use: SignInObservation): void {
    const [identifier] = use.app.identifiers
    if (identifier === undefined) throw new Error(`${use.key} names no app`)
    // Stable from night to night, so that a newer use replaces the older one in place of adding to it.
    const key = `google:${use.event}:${use.person}:${identifierKey(identifier)}`
    const known = this.#latest.get(key)
    if (known === undefined || isLater(use, known)) this.#latest.set(key, { ...use, key })
  }

  /** Sorted by key. */
  all(): readonly SignInObservation[] {
    return [...this.#latest.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }
}

// At one instant the name decides, so that the outcome is the same for any order.
function isLater(use: SignInObservation, known: SignInObservation): boolean {
  if (use.at !== known.at) return use.at > known.at
  return (use.app.name ?? '') > (known.app.name ?? '')
}
