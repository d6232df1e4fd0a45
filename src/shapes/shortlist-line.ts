import { z } from 'zod'
import { STATUSES } from '#core/inventory.ts'
import type { ShortlistGroup } from '#core/shortlist/shortlist.ts'

const count = z.int().min(0)
const texts = z.array(z.string())

export const shortlistLine = z
  .object({
    group: z.string(),
    capability: z.string(),
    keep: texts,
    retire: texts,
    apps: z.array(
      z.object({
        app: z.string(),
        name: z.string().optional(),
        users: count,
        sharedUsers: count,
        annualSpendMinor: z
          .int()
          .nullable()
          .meta({ description: 'in the currency of the group; null where not known' }),
        renewal: z.string().nullable(),
        noticeBy: z.string().nullable(),
        standing: z.enum([...STATUSES, 'unlisted']),
        owner: z.string().nullable(),
      }),
    ),
    currency: z.string(),
    savingMinor: z.object({ low: z.int(), high: z.int() }),
    arithmetic: texts.meta({ description: 'how every saving is worked out' }),
    caseForKeeping: texts,
    confidence: z.number().min(0).max(1),
    gaps: texts,
  })
  .meta({ id: 'ShortlistGroup', description: 'Tools that do the same job, which to keep, and what that saves' })
export type ShortlistLine = z.infer<typeof shortlistLine>

export function toShortlistLine(found: ShortlistGroup): ShortlistLine {
  const { group, capability, currency, confidence } = found
  return {
    group,
    capability,
    keep: [...found.keep],
    retire: [...found.retire],
    apps: found.apps.map((app) => ({ ...app })),
    currency,
    savingMinor: { ...found.savingMinor },
    arithmetic: [...found.arithmetic],
    caseForKeeping: [...found.caseForKeeping],
    confidence,
    gaps: [...found.gaps],
  }
}
