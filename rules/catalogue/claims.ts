import type { Clash } from './clashes.ts'

type Entry = { readonly id: string }

/** The values that more than one entry claims, one clash a value; `what` names the kind of value in the message. */
export function claimedTwice<T extends Entry>(
  what: string,
  entries: readonly T[],
  valuesOf: (entry: T) => readonly string[],
): readonly Clash[] {
  return [...claims(entries, valuesOf)]
    .filter(([, claimants]) => claimants.length > 1)
    .map(([value, claimants]) => ({
      entries: claimants.toSorted(),
      problem: `${what} "${value}" is claimed by ${claimants.length} entries; only one may have it`,
    }))
}

/** Which entries claim a value: value to ids, each entry once a value. */
export function claims<T extends Entry>(
  entries: readonly T[],
  valuesOf: (entry: T) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const claimants = new Map<string, string[]>()
  for (const entry of entries) {
    for (const value of new Set(valuesOf(entry))) {
      const ids = claimants.get(value)
      if (ids === undefined) claimants.set(value, [entry.id])
      else ids.push(entry.id)
    }
  }
  return claimants
}
