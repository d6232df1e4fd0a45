/**
 * Which field each column of a header is for, by index. `keys` are the ways in which a header may be looked up, the most
 * literal first, as `squeeze` leaves them; `names` are the headers of each field, the most telling first. A field takes
 * one column, a column is taken once, and earlier fields choose before later ones.
 */
export function claimColumns<Field extends string>(
  keys: readonly (readonly string[])[],
  names: readonly (readonly [Field, readonly string[]])[],
): ReadonlyMap<number, Field> {
  const claimed = new Map<number, Field>()
  for (const [field, headers] of names) {
    const free = (header: string): number => keys.findIndex((known, at) => !claimed.has(at) && known.includes(header))
    const at = headers.map(free).find((found) => found >= 0)
    if (at !== undefined) claimed.set(at, field)
  }
  return claimed
}
