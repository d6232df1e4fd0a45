import { inOrder } from '../judgement.ts'
import type { Judgement, Merge } from '../judgement.ts'

/** What people decided about apps as a whole: which count as another one, and what those are called that people split off. */
export type AppDecisions = {
  /** The app that this one counts as: itself, or the end of its merges. */
  readonly countsAs: (app: string) => string
  /** The merges behind that, in the order in which they lead there. */
  readonly mergesOf: (app: string) => readonly Merge[]
  /** All apps that count as this one, directly or by others; sorted, without itself. */
  readonly mergedInto: (app: string) => readonly string[]
  /** The name that a person gave an app by splitting it off; null where nobody did. */
  readonly nameOf: (app: string) => string | null
}

/**
 * Lays merges and splits out. Their order does not matter: of two merges of one app the later holds, and where merges
 * close a circle the last one opens it.
 */
export function appDecisions(judgements: readonly Judgement[]): AppDecisions {
  const merges = new Map<string, Merge>()
  const names = new Map<string, string>()
  for (const judgement of inOrder(judgements)) {
    if (judgement.decision === 'split') names.set(judgement.app, judgement.name)
    if (judgement.decision !== 'merge' || judgement.app === judgement.into) continue
    const back = pathFrom(judgement.into, merges).find(({ into }) => into === judgement.app)
    if (back !== undefined) merges.delete(back.app)
    merges.set(judgement.app, judgement)
  }
  const countsAs = (app: string): string => pathFrom(app, merges).at(-1)?.into ?? app
  const absorbed = new Map<string, Set<string>>()
  for (const app of merges.keys()) {
    for (const { into } of pathFrom(app, merges)) absorbed.set(into, (absorbed.get(into) ?? new Set()).add(app))
  }
  return {
    countsAs,
    mergesOf: (app) => pathFrom(app, merges),
    mergedInto: (app) => [...(absorbed.get(app) ?? [])].toSorted(),
    nameOf: (app) => names.get(app) ?? null,
  }
}

/** The merges that lead on from an app. `merges` holds no circle. */
function pathFrom(app: string, merges: ReadonlyMap<string, Merge>): readonly Merge[] {
  const path: Merge[] = []
  for (let next = merges.get(app); next !== undefined; next = merges.get(next.into)) path.push(next)
  return path
}
