import { evaluate } from '#core/evaluation/evaluation.ts'
import type { Evaluation } from '#core/evaluation/evaluation.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { StoreReader } from '#core/store.ts'
import { judgedCases, refusedAgain } from './judged-cases.ts'
import type { Knowledge } from './knowledge.ts'
import { readLabelledCases } from './labelled-cases.ts'
import { readJudgements } from './read-judgements.ts'
import { readResolvedSpend } from './resolved-spend.ts'
import type { ResolvedSpend } from './resolved-spend.ts'

export type CaseFile = { readonly name: string; readonly csv: string }

export type CaseFileProblem = { readonly file: string; readonly line: number | null; readonly reason: string }

/** Measures the matcher alone, without anyone's judgements, on files of labelled cases. */
export function evaluateFiles(
  files: readonly CaseFile[],
  { catalogue }: Knowledge,
): { readonly evaluation: Evaluation; readonly problems: readonly CaseFileProblem[] } {
  const readLabel = createLabelReader(catalogue)
  const read = files.map(({ name, csv }) => ({ name, ...readLabelledCases(csv, readLabel) }))
  const matcher = createMatcher(catalogue)
  return {
    evaluation: evaluate(
      read.flatMap(({ cases }) => cases),
      (identity) => matcher.match(identity),
    ),
    problems: read.flatMap(({ name, refused, rejected }): readonly CaseFileProblem[] =>
      refused === null
        ? rejected.map(({ line, reason }) => ({ file: name, line, reason }))
        : [{ file: name, line: null, reason: refused }],
    ),
  }
}

/** What the matcher would have made of the company's own judgements, had it not known them; and the spend it resolves. */
export type OwnEvaluation = {
  readonly evaluation: Evaluation
  readonly refusedAgain: Rate
  readonly spend: readonly ResolvedSpend[]
}

/** Measures the matcher on the judgements and charges of a store. */
export async function evaluateOwn(store: StoreReader, { catalogue }: Knowledge): Promise<OwnEvaluation> {
  const judgements = await readJudgements(store)
  const matcher = createMatcher(catalogue)
  const cases = judgedCases(judgements, createLabelReader(catalogue))
  return {
    evaluation: evaluate(cases, (identity) => matcher.match(identity)),
    refusedAgain: refusedAgain(judgements, matcher),
    spend: await readResolvedSpend(store),
  }
}
