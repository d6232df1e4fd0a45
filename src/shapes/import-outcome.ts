import { z } from 'zod'
import { importLine } from './import-line.ts'

const question = z.strictObject({ field: z.string(), options: z.array(z.string()), evidence: z.string() })

/** What became of one file; a line of `daylight import --json`. */
export const importOutcome = z
  .union([
    importLine,
    z.strictObject({ status: z.literal('refused'), file: z.string(), reason: z.string() }),
    z.strictObject({ status: z.literal('questions'), file: z.string(), questions: z.array(question) }),
  ])
  .meta({ id: 'ImportOutcome', description: 'What became of one file: imported, or why nothing was stored' })
