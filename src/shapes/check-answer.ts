import { z } from 'zod'
import type { Check } from '#core/check/check.ts'
import { STATUSES } from '#core/inventory.ts'

const standing = z.enum([...STATUSES, 'unlisted'])
const count = z.int().min(0)

export const checkAnswer = z
  .object({
    query: z.string(),
    understoodAs: z.enum(['name', 'domain', 'descriptor', 'need']),
    answer: z.enum(['use-it', 'no-free-seat', 'in-use-not-approved', 'blocked', 'not-known']),
    app: z.string().nullable(),
    name: z.string().nullable(),
    standing,
    conditions: z.array(z.string()),
    owner: z.string().nullable(),
    howToGetIn: z.string().nullable(),
    seats: z.object({ bought: count.nullable(), used: count, free: z.int().nullable() }),
    reasons: z.array(z.string()),
    alternatives: z.array(
      z.object({
        app: z.string(),
        name: z.string(),
        capability: z.string(),
        standing,
        owner: z.string().nullable(),
        users: count,
      }),
    ),
  })
  .meta({ id: 'CheckAnswer', description: 'Do we have it, may I use it, and what else is there' })
export type CheckAnswer = z.infer<typeof checkAnswer>

export function toCheckAnswer(answer: Check): CheckAnswer {
  return {
    ...answer,
    conditions: [...answer.conditions],
    reasons: [...answer.reasons],
    alternatives: [...answer.alternatives],
  }
}
