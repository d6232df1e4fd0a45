import { said } from './judged.ts'
import type { Judgements, Shelf } from './judged.ts'
import type { Candidate, Match } from './match.ts'
import { result } from './result.ts'

// What is left where a person refused the answer: some product, but which is open.
const OPEN = 0.5

/** What people said that something is not. */
export type Refused = {
  readonly apps: ReadonlySet<string>
  /** The one of them that it would have been taken for; null where it would have been none. */
  readonly answer: () => string | null
}

export const NOTHING_REFUSED: Refused = { apps: new Set(), answer: () => null }

/**
 * A match as people's decisions leave it: without the apps that somebody refused for it, however they were found, and
 * each app as what it counts as.
 */
export function settle(match: Match, refused: Refused, { apps }: Judgements, shelf: Shelf): Match {
  const rejected = refused.apps
  const nameOf = (app: string): string => apps.nameOf(app) ?? shelf.products.get(app)?.name ?? app
  const asCounted = (candidate: Candidate): Candidate => {
    const app = apps.countsAs(candidate.app)
    if (app === candidate.app) return candidate
    return { ...candidate, app, name: nameOf(app), domain: shelf.products.get(app)?.domains[0] ?? null }
  }
  const isRefused = match.app !== null && rejected.has(match.app)
  const app = match.app === null || isRefused ? null : apps.countsAs(match.app)
  const merges = match.app === null || isRefused ? [] : apps.mergesOf(match.app)
  const candidates = distinct(match.candidates.filter((one) => !rejected.has(one.app)).map(asCounted))
  const [runnerUp] = [match.runnerUp ?? []]
    .flat()
    .filter((one) => !rejected.has(one.app))
    .map(asCounted)
  const isLost = isRefused || (match.verdict === 'ambiguous' && candidates.length === 0)
  const { contradiction, intermediary, softwareLikelihood } = match
  return result({
    verdict: isLost ? (candidates.length > 0 ? 'ambiguous' : 'unknown') : match.verdict,
    app,
    family: app !== null && (merges.length === 0 ? match.family : (shelf.products.get(app)?.family ?? false)),
    confidence: isLost ? OPEN : match.confidence,
    attribution: isLost ? null : match.attribution,
    candidates,
    runnerUp: runnerUp === undefined || runnerUp.app === app ? null : runnerUp,
    intermediary,
    softwareLikelihood,
    contradiction,
    reasons: () => {
      const left = isRefused ? match.app : rejected.size > 0 ? refused.answer() : null
      return [
        ...match.reasons,
        ...(left === null ? [] : [`somebody decided that this is not ${nameOf(left)}`]),
        ...merges.map((merge) => said(merge, `${nameOf(merge.app)} counts as ${nameOf(merge.into)}`)),
      ]
    },
  })
}

/** Candidates that count as one app are one: either of them would have been right. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const byApp = Map.groupBy(candidates, ({ app }) => app)
  return [...byApp.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? []
    const confidence = Math.min(
      1,
      [first, ...others].reduce((sum, one) => sum + one.confidence, 0),
    )
    return [{ ...first, confidence }]
  })
}
