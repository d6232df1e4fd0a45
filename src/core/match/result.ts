import type { Match } from './match.ts'

type Partial = Pick<Match, 'verdict' | 'confidence' | 'softwareLikelihood'> & {
  readonly reasons: () => readonly string[]
} & { readonly [K in Exclude<keyof Match, 'verdict' | 'confidence' | 'softwareLikelihood' | 'reasons'>]?: Match[K] }

/** A match with what is usual left out; its reasons are worded when somebody reads them, and are plain data then. */
export function result(parts: Partial): Match {
  // Only this is kept of the parts: matches are remembered by the thousand.
  const word = parts.reasons
  let worded: readonly string[] | null = null
  return {
    verdict: parts.verdict,
    app: parts.app ?? null,
    family: parts.family ?? false,
    confidence: parts.confidence,
    attribution: parts.attribution ?? null,
    get reasons() {
      worded ??= word()
      return worded
    },
    runnerUp: parts.runnerUp ?? null,
    candidates: parts.candidates ?? [],
    intermediary: parts.intermediary ?? null,
    softwareLikelihood: parts.softwareLikelihood,
    contradiction: parts.contradiction ?? null,
  }
}
