import { z } from 'zod'

const count = z.int().min(0)

/** What came of working apps and findings out anew from all that is stored. */
export const detectionCounts = z
  .strictObject({
    apps: count,
    findings: z.strictObject({ opened: count, open: count, resolved: count }),
  })
  .meta({ id: 'DetectionCounts', description: 'The object that `daylight rules apply --json` prints' })
