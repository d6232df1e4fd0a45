import { z } from 'zod'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import { JUDGEMENT_DECISIONS } from '#core/judgement.ts'
import type { Draft } from '#core/judge/draft.ts'
import type { Judgement } from '#core/judgement.ts'

const LONGEST = { value: 512, by: 200, reason: 2000, id: 200 } as const

function text(what: string, longest: number): z.ZodString {
  return z
    .string(`${what} is missing`)
    .min(1, `${what} is empty`)
    .max(longest, `${what} is longer than ${longest} characters`)
}

const identifier = z
  .strictObject(
    {
      kind: z.enum(IDENTIFIER_KINDS, `the kind is none of ${IDENTIFIER_KINDS.join(', ')}`),
      value: text('the value', LONGEST.value),
    },
    'the identifier is missing; write its kind and value',
  )
  .meta({ description: 'what was judged; names and descriptors are compared without case, accents and spacing' })
const app = text('the app', LONGEST.value)
const on = { identifier }
const signed = {
  id: text('the id', LONGEST.id),
  by: text('by', LONGEST.by).meta({ description: 'who decided' }),
  at: z.iso.datetime().meta({ description: 'when; of two judgements on one thing the later one holds' }),
  reason: z.string().max(LONGEST.reason),
}
const decided = {
  confirm: { decision: z.literal('confirm'), ...on, app: app.nullable().meta({ description: 'null: no software' }) },
  reject: { decision: z.literal('reject'), ...on, app: app.meta({ description: 'what it is not' }) },
  merge: {
    decision: z.literal('merge'),
    app: app.meta({ description: 'counts, today and later, as the app "into"' }),
    into: text('into', LONGEST.value),
  },
  split: { decision: z.literal('split'), ...on, app, name: text('the name', LONGEST.value) },
} as const

/** A person's decision; a line of `daylight judgements export` and what `judgements import` reads. */
export const judgementLine = z
  .discriminatedUnion('decision', [
    z.strictObject({ ...signed, ...decided.confirm }),
    z.strictObject({ ...signed, ...decided.reject }),
    z.strictObject({ ...signed, ...decided.merge }),
    z.strictObject({ ...signed, ...decided.split }),
  ])
  .meta({ id: 'Judgement', description: "A person's decision on what is what; it outranks every score" })
export type JudgementLine = z.infer<typeof judgementLine>

const said = {
  id: signed.id.optional().meta({ description: 'left out, it follows from what is decided' }),
  by: signed.by.optional(),
  at: z.string().min(1).max(40).optional().meta({ description: 'a time or a day; left out, it is now' }),
  reason: z.string().max(LONGEST.reason, `the reason is longer than ${LONGEST.reason} characters`).default(''),
}

/** A decision to be made: `app` and `into` may be names that only one app has. */
export const newJudgement = z
  .discriminatedUnion(
    'decision',
    [
      z.strictObject({ ...said, ...decided.confirm }),
      z.strictObject({ ...said, ...decided.reject }),
      z.strictObject({ ...said, ...decided.merge }),
      z.strictObject({ ...said, ...decided.split, app: app.optional() }),
    ],
    `the decision is none of ${JUDGEMENT_DECISIONS.join(', ')}`,
  )
  .meta({ id: 'NewJudgement' })
export type NewJudgement = z.infer<typeof newJudgement>

/** A judgement as it leaves the program, its keys in the order of the shape. */
export function toJudgementLine(judgement: Judgement): JudgementLine {
  const { id, by, at, reason, decision } = judgement
  switch (decision) {
    case 'confirm':
      return { id, decision, identifier: { ...judgement.identifier }, app: judgement.app, by, at, reason }
    case 'reject':
      return { id, decision, identifier: { ...judgement.identifier }, app: judgement.app, by, at, reason }
    case 'merge':
      return { id, decision, app: judgement.app, into: judgement.into, by, at, reason }
    case 'split': {
      const { identifier: of, app: own, name } = judgement
      return { id, decision, identifier: { ...of }, app: own, name, by, at, reason }
    }
    default:
      return decision satisfies never
  }
}

export function toDraft({ id, by, at, ...what }: NewJudgement): Draft {
  const signing = { id: id ?? null, by: by ?? null, at: at ?? null }
  return what.decision === 'split' ? { ...what, ...signing, app: what.app ?? null } : { ...what, ...signing }
}
