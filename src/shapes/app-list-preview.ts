import { z } from 'zod'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'

const line = z.int().min(1).meta({ description: 'first physical line of the record, 1-based' })
const noted = z.strictObject({ line, reason: z.string() })

export const appListPreview = z
  .strictObject({
    file: z.string(),
    refused: z.string().nullable(),
    format: z
      .looseObject({
        headerLine: line,
        columns: z.record(z.string(), z.string()),
        provider: z.string().nullable(),
        unrecognised: z.array(z.string()).meta({ description: 'headers that were left aside' }),
      })
      .nullable(),
    questions: z.array(z.strictObject({ field: z.string(), options: z.array(z.string()), evidence: z.string() })),
    rows: z.array(
      z.strictObject({
        line,
        app: z.string().nullable(),
        identifiers: z.array(z.object({ kind: z.enum(IDENTIFIER_KINDS), value: z.string() })),
        enabled: z.boolean(),
        assignedCount: z.int().nullable(),
        people: z.array(z.string()),
        groups: z.array(z.string()),
        seen: z.boolean(),
      }),
    ),
    ignored: z.array(noted),
    rejected: z.array(noted),
    totals: z.strictObject({}),
  })
  .meta({ id: 'AppListPreview', description: 'What importing a list of apps would read; nothing is stored' })
export type AppListPreview = z.infer<typeof appListPreview>
