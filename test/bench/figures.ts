/** An answer beside the truth: the product proposed, with its score, and the one meant; null for none. */
export type Answer = { readonly app: string | null; readonly score: number; readonly meant: string | null }

export type Quality = { readonly f1: number; readonly precision: number; readonly recall: number }

/** The best F1 over all thresholds of the score, with precision and recall there. */
export function bestF1(answers: readonly Answer[]): Quality {
  const meant = answers.filter((answer) => answer.meant !== null).length
  let best: Quality = { f1: 0, precision: 0, recall: 0 }
  let taken = 0
  let right = 0
  const proposed = answers.filter(({ app }) => app !== null).toSorted((a, b) => b.score - a.score)
  proposed.forEach(({ app, meant: truth, score }, at) => {
    taken += 1
    if (app === truth) right += 1
    if (proposed[at + 1]?.score === score) return
    const precision = right / taken
    const recall = right / Math.max(1, meant)
    const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall)
    if (f1 > best.f1) best = { f1, precision, recall }
  })
  return best
}

export type Speed = {
  readonly texts: number
  /** Texts a second, by processor time: other processes on the machine count less. */
  readonly perSecond: number
  /** Microseconds of wall time that half, and all but one in a hundred, of the texts took at most. */
  readonly p50: number
  readonly p99: number
}

const MICRO = 1_000_000

/** Times `run` over texts that all differ, once each, for at most `seconds`. */
export function timed(texts: readonly string[], run: (text: string) => unknown, seconds: number): Speed {
  const walls: number[] = []
  const begin = performance.now()
  const processor = process.cpuUsage()
  let last = begin
  for (const text of texts) {
    run(text)
    const now = performance.now()
    walls.push((now - last) * 1_000)
    last = now
    if (now - begin > seconds * 1_000) break
  }
  const { user, system } = process.cpuUsage(processor)
  const sorted = walls.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    texts: walls.length,
    perSecond: (walls.length * MICRO) / Math.max(1, user + system),
    p50: at(0.5),
    p99: at(0.99),
  }
}
