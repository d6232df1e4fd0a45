type Step = { readonly spent: number; readonly after: number }

/** Two ways a file may be sorted, two things a balance may be: money one has, or money one owes. */
const WAYS = [
  { newestFirst: false, owed: false },
  { newestFirst: true, owed: false },
  { newestFirst: false, owed: true },
  { newestFirst: true, owed: true },
] as const

// A chain with more breaks than this is no chain: the file is not sorted as its balances are.
const NEARLY_ALL = 0.8

/** Follows the running balance of one currency through a file, in constant memory. */
export class RunningBalance {
  #first: Step | null = null
  #last: Step | null = null
  #pairs = 0
  readonly #links = WAYS.map(() => 0)

  /** `spent` and the balance that is printed beside it, in minor units. */
  add(spent: number, after: number): void {
    const step = { spent, after }
    const before = this.#last
    if (before !== null) {
      this.#pairs++
      for (const [way, { newestFirst, owed }] of WAYS.entries()) {
        const [earlier, later] = newestFirst ? [step, before] : [before, step]
        if (later.after === earlier.after + (owed ? later.spent : -later.spent))
          this.#links[way] = (this.#links[way] ?? 0) + 1
      }
    }
    this.#first ??= step
    this.#last = step
  }

  /** What the balances say was spent from the first row to the last; null when they do not follow from the rows. */
  difference(): number | null {
    const [first, last] = [this.#first, this.#last]
    if (first === null || last === null) return null
    const best = Math.max(...this.#links)
    if (best < NEARLY_ALL * this.#pairs) return null
    const way = WAYS[this.#links.indexOf(best)] ?? WAYS[0]
    const [oldest, newest] = way.newestFirst ? [last, first] : [first, last]
    return way.owed ? newest.after - (oldest.after - oldest.spent) : oldest.after + oldest.spent - newest.after
  }
}
