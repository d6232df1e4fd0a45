/** The one series that all writers share. */
const COUNTER = 'counter'

/**
 * What writers were told is stored: of each series the number of its last acknowledged commit. Numbers of a series count
 * from 1, one by one, over all writers that ever work on it.
 */
export type Ledger = {
  acknowledge(series: string, number: number): void
  series(): Iterable<string>
  /** The number that a series must at least have reached. */
  of(series: string): number
  /** Notes what was found: whoever looks later must find as much. */
  settle(found: ReadonlyMap<string, number>): void
  /** How many acknowledgements were noted. */
  readonly count: number
  /** What two writers of the counter were both told: an update that was lost. */
  readonly twice: readonly string[]
}

export function createLedger(): Ledger {
  const last = new Map<string, number>()
  const counted = new Set<number>()
  const twice: string[] = []
  let count = 0
  return {
    acknowledge(series, number) {
      count += 1
      if (series === COUNTER && counted.has(number)) twice.push(`${series} ${number} was acknowledged twice`)
      if (series === COUNTER) counted.add(number)
      last.set(series, Math.max(last.get(series) ?? 0, number))
    },
    series: () => last.keys(),
    of: (series) => last.get(series) ?? 0,
    settle(found) {
      for (const [series, number] of found) last.set(series, Math.max(last.get(series) ?? 0, number))
    },
    get count() {
      return count
    },
    twice,
  }
}
