/** Lets one at a time do a kind of work; the others wait in the order they came. */
export type Turns<Kind extends string> = {
  /** Resolves when it is the caller's turn, with what ends it. Ending twice ends it once. */
  take(kind: Kind): Promise<() => void>
  /** Resolves when nobody has a turn or waits for one. */
  idle(): Promise<void>
}

export function createTurns<Kind extends string>(): Turns<Kind> {
  const last = new Map<Kind, Promise<void>>()
  return {
    async take(kind) {
      const before = last.get(kind)
      const { promise, resolve } = Promise.withResolvers<void>()
      last.set(kind, promise)
      await before
      return resolve
    },
    async idle() {
      await Promise.all(last.values())
    },
  }
}
