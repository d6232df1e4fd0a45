import { z } from 'zod'
import { ATTRIBUTIONS, VERDICTS } from '#core/match/match.ts'

export const IDENTIFY_KINDS = ['any', 'descriptor', 'oauth', 'sso'] as const

const probability = z.number().min(0).max(1)

const candidate = z.strictObject({
  app: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  confidence: probability,
})

/** What one text was resolved to. Probabilities are 0..1. */
export const identifyLine = z
  .strictObject({
    input: z.string(),
    kind: z.enum(IDENTIFY_KINDS),
    verdict: z.enum(VERDICTS),
    app: z.string().nullable().describe('product id; null unless the verdict is match'),
    family: z.boolean().describe('true where only the line of a vendor is certain, not the product'),
    name: z.string().nullable(),
    vendor: z.string().nullable(),
    domain: z.string().nullable(),
    confidence: probability.describe('the probability that the verdict is right'),
    attribution: z.enum(ATTRIBUTIONS).nullable(),
    reasons: z.array(z.string()),
    runnerUp: candidate.nullable(),
    candidates: z.array(candidate).describe('the set to choose from when the verdict is ambiguous, best first'),
    intermediary: z.string().nullable().describe('who billed for another, where the text says so'),
    softwareLikelihood: probability.describe('the probability that this is software at all'),
  })
  .meta({ id: 'IdentifyLine', description: 'What one text was resolved to; a line of `daylight identify`' })

export type IdentifyLine = z.infer<typeof identifyLine>
export type IdentifyKind = (typeof IDENTIFY_KINDS)[number]
