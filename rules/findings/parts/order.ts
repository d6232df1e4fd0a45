/** Code-unit order, for sorting: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Distinct values in code-unit order. */
export function distinct<T extends string>(values: Iterable<T>): T[] {
  return [...new Set(values)].toSorted(compare)
}
