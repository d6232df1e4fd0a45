import type { Catalogue } from '#core/catalogue.ts'
import { BASELINES } from '#core/evaluation/baselines.ts'
import { evaluate } from '#core/evaluation/evaluation.ts'
import type { Evaluation } from '#core/evaluation/evaluation.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import type { LabelledCase } from '#core/evaluation/labelled-case.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { StoreReader } from '#core/store.ts'
import { judgedCases, refusedAgain } from './judged-cases.ts'
import type { Knowledge } from './knowledge.ts'
import { readLabelledCases } from './labelled-cases.ts'
import { readJudgements } from './read-judgements.ts'
import { readResolvedSpend } from './resolved-spend.ts'
import type { ResolvedSpend } from './resolved-spend.ts'

export type CaseFile = { readonly name: string; readonly csv: string }

type CaseFileProblem = { readonly file: string; readonly line: number | null; readonly reason: string }

/** What the simple ways to match make of the same cases. */
type Baseline = { readonly name: string; readonly evaluation: Evaluation }

type FileEvaluation = {
  readonly evaluation: Evaluation
  readonly baselines: readonly Baseline[]
  readonly problems: readonly CaseFileProblem[]
}

/** Measures the matcher alone, without anyone's judgements, on files of labelled cases, and the baselines beside it. */
export function evaluateFiles(files: readonly CaseFile[], { catalogue }: Knowledge): FileEvaluation {
  const readLabel = createLabelReader(catalogue)
  const read = files.map(({ name, csv }) => ({ name, ...readLabelledCases(csv, readLabel) }))
  const matcher = createMatcher(catalogue)
  const cases = read.flatMap((file) => file.cases)
  return {
    evaluation: evaluate(cases, (identity) => matcher.match(identity)),
    baselines: baselinesOn(cases, catalogue),
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
  readonly baselines: readonly Baseline[]
  readonly refusedAgain: Rate
  readonly spend: readonly ResolvedSpend[]
}

/** Measures the matcher on the judgements and charges of a store; `null` where nothing was stored yet. */
export async function evaluateOwn(store: StoreReader | null, { catalogue }: Knowledge): Promise<OwnEvaluation> {
  const judgements = store === null ? [] : await readJudgements(store)
  const matcher = createMatcher(catalogue)
  const cases = judgedCases(judgements, createLabelReader(catalogue))
  return {
    evaluation: evaluate(cases, (identity) => matcher.match(identity)),
    baselines: baselinesOn(cases, catalogue),
    refusedAgain: refusedAgain(judgements, matcher),
    spend: store === null ? [] : await readResolvedSpend(store),
  }
}

function baselinesOn(cases: readonly LabelledCase[], catalogue: Catalogue): readonly Baseline[] {
  return BASELINES.map(({ name, make }) => ({ name, evaluation: evaluate(cases, make(catalogue)) }))
}
