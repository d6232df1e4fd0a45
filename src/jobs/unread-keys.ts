/** Which observations of the previous read the new one may not have reached, by the beginnings of their keys. */
export interface UnreadKeys {
  /** Without beginnings it may be any observation of the source. */
  add(keyPrefixes: readonly string[] | undefined): void
  covers(key: string): boolean
}

/** Costs a look-up per distinct length of beginning, however many beginnings there are. */
export function createUnreadKeys(): UnreadKeys {
  const byLength = new Map<number, Set<string>>()
  let any = false
  return {
    add(keyPrefixes) {
      if (keyPrefixes === undefined) any = true
      for (const prefix of keyPrefixes ?? []) {
        byLength.set(prefix.length, (byLength.get(prefix.length) ?? new Set()).add(prefix))
      }
    },
    covers(key) {
      if (any) return true
      for (const [length, prefixes] of byLength) if (prefixes.has(key.slice(0, length))) return true
      return false
    },
  }
}
