import { z } from 'zod'
import type { Evaluation } from '#core/evaluation/evaluation.ts'
import { TEXT_KINDS } from '#core/evaluation/labelled-case.ts'
import type { Measures } from '#core/evaluation/measures.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import { VERDICTS } from '#core/match/match.ts'

const share = z.number().min(0).max(1)
const count = z.int().min(0)

const rate = z
  .strictObject({
    count,
    of: count,
    value: share.nullable(),
    low: share.nullable().describe('lower end of the 95 % Wilson interval'),
    high: share.nullable().describe('upper end of the 95 % Wilson interval'),
  })
  .describe('a share; value and interval are null where there was nothing to count')

const calibration = z.strictObject({
  cases: count,
  error: share.nullable().describe('expected calibration error over 10 equal bins; smaller is better'),
  low: share.nullable().describe('lower end of the 95 % bootstrap interval'),
  high: share.nullable().describe('upper end of the 95 % bootstrap interval'),
})

const measures = z.strictObject({
  cases: count,
  software: count.describe('cases whose label names a product or family'),
  notInCatalogue: count.describe('of these, cases whose label the catalogue does not hold'),
  unresolvable: count.describe('cases that are software, while nobody could tell which'),
  notSoftware: count.describe('cases labelled NONE'),
  precision: rate.describe('right matches of all matches'),
  recall: rate.describe('right matches of all software'),
  recallInCatalogue: rate.describe('right matches of the software that the catalogue holds'),
  abstained: rate.describe('ambiguous or unknown, of all cases'),
  notSoftwareAccepted: rate.describe('matched, of what is no software'),
  notSoftwareShown: rate.describe('shown as unrecognised, of what is no software; charges only'),
  softwareMissed: rate.describe('neither matched nor shown as unrecognised, of all software; charges only'),
  calibration,
  verdicts: z.array(z.strictObject({ verdict: z.enum(VERDICTS), right: rate, calibration })),
})

const kinds = z.array(z.strictObject({ kind: z.enum(TEXT_KINDS), measures }))

const wrongMatch = z.strictObject({
  text: z.string(),
  kind: z.enum(TEXT_KINDS),
  category: z.string(),
  label: z.string(),
  app: z.string().describe('the product that it was taken for'),
  confidence: share,
})

const spend = z.strictObject({
  currency: z.string(),
  resolvedMinor: z.int(),
  unresolvedMinor: z.int().describe('charges that look like software and that nobody could attribute'),
  share: z.number().nullable().describe('resolved of both; null where they do not add up to spend'),
})

/** How good the matcher is on labelled cases, or on a company's own judgements. Shares are 0..1. */
export const evalReport = z
  .strictObject({
    on: z.enum(['cases', 'judgements']),
    all: measures,
    kinds,
    wrongMatches: z.array(wrongMatch),
    baselines: z
      .array(z.strictObject({ name: z.string(), all: measures, kinds }))
      .describe('simple ways to match, on the same cases and the same catalogue'),
    rejected: z.array(z.strictObject({ file: z.string(), line: count.nullable(), reason: z.string() })),
    refusedAgain: rate.nullable().describe('products that people refused and that would be taken again; --mine only'),
    spend: z.array(spend).nullable().describe('software spend that is attributed, by currency; --mine only'),
  })
  .meta({ id: 'EvalReport', description: 'How good the matcher is; the object that `daylight eval --json` prints' })

export type EvalReport = z.infer<typeof evalReport>

/** A report on an evaluation; `extra` holds what only one kind of report has. */
export function toEvalReport(
  on: EvalReport['on'],
  { all, kinds: byKind, wrongMatches }: Evaluation,
  extra: {
    readonly baselines: readonly { readonly name: string; readonly evaluation: Evaluation }[]
    readonly rejected?: readonly EvalReport['rejected'][number][]
    readonly refusedAgain?: Rate
    readonly spend?: readonly z.infer<typeof spend>[]
  },
): EvalReport {
  return {
    on,
    all: shown(all),
    kinds: shownKinds(byKind),
    wrongMatches: [...wrongMatches],
    baselines: extra.baselines.map(({ name, evaluation }) => ({
      name,
      all: shown(evaluation.all),
      kinds: shownKinds(evaluation.kinds),
    })),
    rejected: [...(extra.rejected ?? [])],
    refusedAgain: extra.refusedAgain ?? null,
    spend: extra.spend === undefined ? null : [...extra.spend],
  }
}

function shownKinds(kindsOf: Evaluation['kinds']): EvalReport['kinds'] {
  return kindsOf.map(({ kind, measures: own }) => ({ kind, measures: shown(own) }))
}

function shown(each: Measures): EvalReport['all'] {
  return { ...each, verdicts: [...each.verdicts] }
}
