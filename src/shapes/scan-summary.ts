import { z } from 'zod'
import { READ_STATUSES } from '#core/coverage.ts'
import { SOURCES } from '#core/observation.ts'
import type { ScanRecord } from '#core/store.ts'

const count = z.int().min(0)

export const scanSummary = z
  .object({
    scan: z.string(),
    status: z.enum(['running', ...READ_STATUSES]).meta({ description: 'running only while a scan is under way' }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    sources: z.array(
      z.object({
        source: z.enum(SOURCES),
        status: z.enum(READ_STATUSES),
        coverage: z.array(z.object({ subject: z.string(), reason: z.string() })),
        observations: count,
        rejected: count,
        requests: count,
        retries: count,
        waitedSeconds: z.number().min(0),
      }),
    ),
    apps: count,
    findings: z.object({ opened: count, open: count, resolved: count }),
  })
  .meta({ id: 'ScanSummary', description: 'What one scan read, what it could not see, and what it found' })
export type ScanSummary = z.infer<typeof scanSummary>

const texts = z.array(z.string())

/** As `daylight scan --diff` prints it. */
export const scanWithDiff = scanSummary
  .extend({
    diff: z
      .object({ appsNew: texts, appsGone: texts, findingsOpened: texts, findingsClosed: texts })
      .optional()
      .meta({ description: 'what changed since the last scan: names of apps, titles of findings; only with --diff' }),
  })
  .meta({ id: 'ScanWithDiff', description: 'What one scan read, what it could not see, what it found, what changed' })

export function toScanSummary(record: ScanRecord): ScanSummary {
  return {
    scan: record.id,
    status: record.status,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    sources: record.sources.map(({ gaps, ...run }) => ({
      ...run,
      coverage: gaps.map(({ subject, reason }) => ({ subject, reason })),
    })),
    apps: record.apps,
    findings: record.findings,
  }
}
