import { StoreError } from '#core/store.ts'
import type { Work } from '#core/store.ts'

/** Lets one at a time do a kind of work; the others wait in the order they came. */
export type Turns = {
  /**
   * Resolves when it is the caller's turn, with what ends it; ending twice ends it once. Throws `StoreError('busy')` where
   * the caller does not wait and somebody else has the turn.
   */
  take(work: Work, wait: boolean): Promise<() => void>
  /** Resolves when nobody has a turn or waits for one. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<Work, Promise<void>>()
  return {
    async take(work, wait) {
      const before = last.get(work)
      if (before !== undefined && !wait) {
        throw new StoreError('busy', `another ${work} of these data is going on; wait for it to end, then try again`)
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      last.set(work, promise)
      await before
      return () => {
        resolve()
        if (last.get(work) === promise) last.delete(work)
      }
    },
    async idle() {
      await Promise.all(last.values())
    },
  }
}
